import { openSession } from '../../api/session.ts';
import { showOne } from '../../output/result.ts';
import type { Terminal } from '../../terminal.ts';
import type { Given } from './given.ts';

export async function count(terminal: Terminal, asked: Given & Readonly<{ since: string }>): Promise<void> {
  const { since } = asked;
  const { api } = await openSession(terminal, asked);
  const { total } = await api.volunteers.getStats({ from: since });
  const { legacyJoined: joined } = total;
  showOne(terminal, asked, { since, joined }, () => `${joined} volunteers were registered since ${since} and joined.`);
}
