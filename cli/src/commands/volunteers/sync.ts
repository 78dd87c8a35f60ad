import type { Reconciliation } from '@guildhall/client';
import { openSession } from '../../api/session.ts';
import { table } from '../../output/table.ts';
import type { Terminal } from '../../terminal.ts';
import type { Given } from './given.ts';
import { untilOver } from './until-over.ts';

/** Waits for the end; a run that stopped or failed makes the command fail. */
export async function sync(terminal: Terminal, asked: Given & Readonly<{ dryRun?: boolean }>): Promise<void> {
  const { api } = await openSession(terminal, asked);
  const begun = await api.volunteers.reconcile({ dryRun: asked.dryRun ?? false });
  const { reconciliationId } = begun;
  const isOver = ({ state }: Reconciliation): boolean => state !== 'running';
  const ended = await untilOver(begun, isOver, () => api.volunteers.getReconciliation({ reconciliationId }));
  terminal.out(asked.json ? JSON.stringify(ended, undefined, 2) : inWords(ended));
  if (ended.state !== 'done') throw new Error(ended.reason || `The run is ${ended.state}.`);
}

function inWords(run: Reconciliation): string {
  const { channels, members, calls, missing, extra, unknownUsers, deactivated, emailChanged, differences } = run;
  const counts = [
    `${channels} channels with ${members} members were read by ${calls} calls.`,
    `${missing} missing, ${extra} too many, ${unknownUsers} unknown, ${deactivated} deactivated, ${emailChanged} with another address.`,
  ].join('\n');
  if (differences.length === 0) return counts;
  const lines = table(differences, [
    { heading: 'KIND', of: ({ kind }) => kind },
    { heading: 'VOLUNTEER', of: ({ volunteerId, name }) => [volunteerId, name].filter(Boolean).join(' ') },
    { heading: 'CHANNEL', of: ({ channel }) => channel },
    { heading: 'ACCOUNT', of: ({ account }) => account },
    { heading: 'DONE', of: ({ done }) => done },
  ]);
  return `${lines}\n\n${counts}`;
}
