import { Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import type { SiteSummary } from '@guildhall/client';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Loading } from '../../parts/loading.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';

type Props = Readonly<{ site: SiteSummary; onClose: () => void }>;

/** Says whom a reminder would reach, sends it, and shows the last ones. */
export function RemindersDialog({ site, onClose }: Props) {
  const { siteSettings: words } = useWords();
  const client = useQueryClient();
  const preview = useQuery({
    queryKey: ['reminders-now', site.id],
    queryFn: () => api.register.runReminders({ siteId: site.id, dryRun: true }),
    gcTime: 0,
  });
  const run = useMutation({
    mutationFn: () => api.register.runReminders({ siteId: site.id }),
    onSuccess: async ({ asked }) => {
      say(words.reminded(asked));
      await client.invalidateQueries({ queryKey: ['reminder-runs', site.id] });
      onClose();
    },
  });
  const targets = preview.data?.targets.filter(({ state }) => !state.startsWith('skipped')).length ?? 0;
  const error = preview.error ?? run.error;
  return (
    <Dialog kind="question" title={words.runReminders} onClose={onClose}>
      <Stack gap="md">
        {error && <ProblemAlert error={error} />}
        {preview.isPending && <Loading height={48} />}
        {preview.data && <Text>{words.runRemindersAsk(targets)}</Text>}
        {targets > 0 && (
          <Action busy={run.isPending} onClick={() => run.mutate()}>
            {words.runReminders}
          </Action>
        )}
        <Runs site={site} />
      </Stack>
    </Dialog>
  );
}

function Runs({ site }: Readonly<{ site: SiteSummary }>) {
  const { siteSettings: words } = useWords();
  const times = useTimes(site.timeZone);
  const { data } = useQuery({
    queryKey: ['reminder-runs', site.id],
    queryFn: async () => (await api.register.listReminderRuns({ siteId: site.id, pageSize: 5 })).runs,
  });
  if (!data) return null;
  return (
    <div>
      <Text fw={600}>{words.runs}</Text>
      {data.length === 0 && <Text c="dimmed">{words.runsNone}</Text>}
      <ul className="detail-list">
        {data.map(({ id, at, missed, asked, skipped }) => (
          <li key={id ?? at}>
            {times.moment(at)}: {missed ? words.missed : words.run(asked, skipped)}
          </li>
        ))}
      </ul>
    </div>
  );
}
