import { NativeSelect, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { NotificationPreferences } from '@guildhall/client';
import { api } from '../../api/api.ts';
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

const queryKey = ['notifications'];

/** What one is told, where and when. Each change is kept as soon as it is made. */
export function Notifications() {
  const words = useNotificationWords();
  const { app } = useWords();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({ queryKey, queryFn: () => api.notifier.getMyPreferences() });
  const saving = useMutation({
    mutationFn: (preferences: NotificationPreferences) => api.notifier.setMyPreferences({ preferences }),
    onSuccess: (changed) => {
      client.setQueryData(queryKey, changed);
      say(app.saved);
    },
  });
  const zone = data?.own.timeZone ?? '';
  return (
    <Section title={words.title} hint={words.hint}>
      {!data && !error && <Loading height={200} />}
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {data && (
        <Stack gap="lg">
          {openCategories(data).map((category) => (
            <NotificationRow
              key={category}
              category={category}
              seen={data}
              busy={saving.isPending}
              onChange={saving.mutate}
            />
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
            data={[{ value: '', label: words.zoneProfile }, ...zonesWith(zone)]}
            value={zone}
            onChange={({ currentTarget }) => saving.mutate({ ...data.own, timeZone: currentTarget.value })}
          />
        </Stack>
      )}
      {saving.error && <ProblemAlert error={saving.error} />}
    </Section>
  );
}
