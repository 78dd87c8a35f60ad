import { Button, Card, Group, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api/api.ts';
import type { ScheduledExport, SiteSummary } from '@guildhall/client';
import { Action } from '../../../parts/action.tsx';
import { Asked } from '../../../parts/asked.tsx';
import { say } from '../../../parts/notice.ts';
import { ProblemAlert } from '../../../parts/problem.tsx';
import { Tag } from '../../../parts/tag.tsx';
import { useTimes } from '../../../words/times.ts';
import { useWords } from '../../../words/words.ts';

type Props = Readonly<{ scheduled: ScheduledExport; site: SiteSummary; onEdit: () => void }>;

export function ExportCard({ scheduled, site, onEdit }: Props) {
  const { reports: words } = useWords();
  const times = useTimes(site.timeZone);
  const client = useQueryClient();
  const asked = { siteId: site.id, exportId: scheduled.id };
  const onSettled = () => client.invalidateQueries({ queryKey: ['exports', site.id] });
  const run = useMutation({
    mutationFn: () => api.register.runExport(asked),
    onSuccess: () => say(words.ran),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: () => api.register.deleteExport(asked),
    onSuccess: () => say(words.deleted),
    onSettled,
  });
  const { name, kind, format, period, paused } = scheduled.settings;
  const [last] = scheduled.runs;
  const error = run.error ?? remove.error;
  return (
    <Card withBorder radius="lg">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={2} size="h4">
            {name} {paused && <Tag>{words.paused}</Tag>}
          </Title>
          <Text size="sm" c="dimmed">
            {words.kinds[kind]} · {words.periods[period]} · {format.toUpperCase()}
          </Text>
          {scheduled.nextAt && <Text size="sm">{words.nextAt(times.moment(scheduled.nextAt))}</Text>}
          {last && (
            <Text size="sm">
              {words.lastRun(times.moment(last.at), last.rows)}
              {last.tooLarge && ` · ${words.tooLarge}`}
            </Text>
          )}
        </div>
        <Group gap="xs">
          <Action
            variant="default"
            aria-label={words.runNowNamed(name)}
            busy={run.isPending}
            onClick={() => run.mutate()}
          >
            {words.runNow}
          </Action>
          <Button variant="default" px="sm" miw={44} aria-label={words.exportEdit(name)} onClick={onEdit}>
            <IconPencil size={20} aria-hidden />
          </Button>
          <Asked
            question={words.deleteAsk(name)}
            action={words.delete}
            label={words.deleteNamed(name)}
            busy={remove.isPending}
            onConfirm={remove.mutate}
          />
        </Group>
      </Group>
      {error && <ProblemAlert error={error} />}
    </Card>
  );
}
