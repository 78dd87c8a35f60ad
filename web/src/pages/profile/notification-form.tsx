import { NativeSelect, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NotificationPreferences, NotificationPreferencesView } from '@guildhall/client';
import { Loading } from '../../parts/loading.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { zonesWith } from '../../parts/zones.ts';
import { useWords } from '../../words/words.ts';
import { NotificationRow } from './notification-row.tsx';
import { useNotificationWords } from './notification-words.ts';
import { QuietHours } from './quiet-hours.tsx';
import { openCategories, withQuiet } from './wishes.ts';

/** Whose they are: where they come from and go to. */
export type NotificationSource = Readonly<{
  queryKey: readonly string[];
  read: () => Promise<NotificationPreferencesView>;
  write: (preferences: NotificationPreferences) => Promise<NotificationPreferencesView>;
}>;

type Props = Readonly<{
  source: NotificationSource;
  title: string;
  hint: string;
  /** Which zone it is when none is chosen. */
  noZone: string;
}>;

/** What somebody is told, where and when. Each change is kept as soon as it is made. */
export function NotificationForm({ source: { queryKey, read, write }, title, hint, noZone }: Props) {
  const words = useNotificationWords();
  const { app } = useWords();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({ queryKey, queryFn: read });
  const saving = useMutation({
    mutationFn: write,
    onSuccess: (changed) => {
      client.setQueryData(queryKey, changed);
      say(app.saved);
    },
  });
  const zone = data?.own.timeZone ?? '';
  const row = { busy: saving.isPending, onChange: saving.mutate };
  return (
    <Section title={title} hint={hint}>
      {!data && !error && <Loading height={200} />}
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data && (
        <Stack gap="lg">
          {openCategories(data).map((category) => (
            <NotificationRow key={category} category={category} {...row} seen={data} />
          ))}
          <QuietHours
            key={JSON.stringify(data.effective.quietHours)}
            spans={data.effective.quietHours?.spans ?? []}
            busy={saving.isPending}
            onChange={(spans) => saving.mutate(withQuiet(data.own, spans))}
          />
          <NativeSelect
            label={words.zone}
            description={words.zoneNow(data.effective.timeZone)}
            data={[{ value: '', label: noZone }, ...zonesWith(zone)]}
            value={zone}
            onChange={({ currentTarget }) => saving.mutate({ ...data.own, timeZone: currentTarget.value })}
          />
        </Stack>
      )}
      {saving.error && <ProblemAlert error={saving.error} />}
    </Section>
  );
}
