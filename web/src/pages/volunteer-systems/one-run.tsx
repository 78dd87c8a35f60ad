import { Button, Group } from '@mantine/core';
import { type Icon, IconCircleCheck, IconHandStop, IconLoader, IconX } from '@tabler/icons-react';
import type { Reconciliation } from '@guildhall/client';
import { useState } from 'react';
import { Own } from '../../parts/own.tsx';
import { Tag, type Tone } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { useReason } from '../volunteers/reason.ts';
import { wordFor } from '../volunteers/words.ts';
import { RunDialog } from './run-dialog.tsx';
import { useSystemWords } from './words.ts';

const looks: Readonly<Record<string, Readonly<{ icon: Icon; tone: Tone }>>> = {
  running: { icon: IconLoader, tone: 'note' },
  done: { icon: IconCircleCheck, tone: 'good' },
  stopped: { icon: IconHandStop, tone: 'bad' },
  failed: { icon: IconX, tone: 'bad' },
};

/** One comparison: when, how much was read, and what was found. */
export function OneRun({ run }: Readonly<{ run: Reconciliation }>) {
  const words = useSystemWords();
  const times = useTimes();
  const reasonOf = useReason();
  const [isOpen, open] = useState(false);
  const { state, dryRun, startedAt, endedAt, reason, channels, members, calls } = run;
  const title = words.runOf(times.moment(startedAt));
  const { icon, tone } = looks[state] ?? { icon: IconLoader, tone: 'plain' as const };
  const seconds = endedAt ? (Date.parse(endedAt) - Date.parse(startedAt)) / 1_000 : undefined;
  const found = [
    ['missing', run.missing],
    ['extra', run.extra],
    ['unknown_user', run.unknownUsers],
    ['deactivated', run.deactivated],
    ['email_changed', run.emailChanged],
  ] as const;
  const counted = found.filter(([, count]) => count > 0).map(([kind, count]) => `${words.driftKinds[kind]}: ${count}`);
  return (
    <Own
      title={title}
      hint={[
        words.runFigures(channels, members, calls),
        seconds !== undefined && words.runTook(Math.round(seconds * 10) / 10),
        ...counted,
        reason && reasonOf(reason),
      ]
        .filter(Boolean)
        .join(' · ')}
      tags={
        <Group gap={4}>
          <Tag tone={tone} icon={icon}>
            {wordFor(words.runStates, state)}
          </Tag>
          {dryRun && <Tag>{words.dry}</Tag>}
        </Group>
      }
    >
      {counted.length > 0 && (
        <Button variant="default" aria-label={`${words.runOpen}: ${title}`} onClick={() => open(true)}>
          {words.runOpen}
        </Button>
      )}
      {isOpen && <RunDialog reconciliationId={run.reconciliationId} title={title} onClose={() => open(false)} />}
    </Own>
  );
}
