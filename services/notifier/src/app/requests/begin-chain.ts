import type { Clock } from '@guildhall/kernel';
import { type Chain, startChain } from '../../domain/requests/escalation.ts';
import type { Chains } from './ports.ts';

type Deps = Readonly<{ chains: Pick<Chains, 'add'>; clock: Clock; idOf: (text: string) => string }>;

type Begun = Pick<Chain, 'requestId' | 'personId' | 'steps' | 'wish'> &
  Readonly<{
    /** One escalation for each key and person. */
    key: string;
  }>;

/** An answer counts for as long as the message is worth something, or so long after the last step. */
const AFTERWARDS_MS = 24 * 3_600_000;

/** Begins to ask step by step; its first step is due at once. Asked for twice it is one. */
export async function beginChain({ chains, clock, idOf }: Deps, { key, ...given }: Begun): Promise<void> {
  const at = clock.now();
  const longestMs = given.steps.reduce((sum, { waitSeconds }) => sum + waitSeconds * 1_000, AFTERWARDS_MS);
  const answerUntil = given.wish.expiresAt ?? new Date(at.getTime() + longestMs);
  const id = idOf(JSON.stringify(['escalation', key, given.personId]));
  await chains.add(startChain({ ...given, id, wish: { answerUntil, ...given.wish } }, at));
}
