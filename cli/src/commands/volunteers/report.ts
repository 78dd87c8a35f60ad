import type { Counts } from '@guildhall/client';
import { openSession } from '../../api/session.ts';
import { table } from '../../output/table.ts';
import type { Terminal } from '../../terminal.ts';
import { type Given, given } from './given.ts';

type Reporting = Given & Readonly<{ from?: string; to?: string; by?: string }>;
type Line = Readonly<{ key: string; counts: Counts }>;

export async function report(terminal: Terminal, asked: Reporting): Promise<void> {
  const { from, to, by: groupBy } = asked;
  const { api } = await openSession(terminal, asked);
  const stats = await api.volunteers.getStats(given({ from, to, groupBy }));
  if (asked.json) return terminal.out(JSON.stringify(stats, undefined, 2));
  terminal.say(`${stats.from} to ${stats.to}`);
  const lines: readonly Line[] = [...stats.groups, { key: 'all', counts: stats.total }];
  terminal.out(
    table(lines, [
      { heading: (groupBy ?? '').toUpperCase(), of: ({ key }) => key },
      { heading: 'REGISTERED', of: ({ counts }) => counts.registered },
      { heading: 'INVITED', of: ({ counts }) => counts.invited },
      { heading: 'JOINED', of: ({ counts }) => counts.joined },
      { heading: 'COMPLETED', of: ({ counts }) => counts.completed },
      { heading: 'WAITING', of: ({ counts }) => counts.waiting },
      { heading: 'MEDIAN DAYS', of: ({ counts }) => counts.waitingMedianDays },
      { heading: 'FAILED', of: ({ counts }) => counts.failed },
      { heading: 'LEFT', of: ({ counts }) => counts.left },
    ]),
  );
}
