import { AppError } from '@guildhall/kernel';
import type { FeedFact } from './facts.ts';
import type { FanOut } from './fan-out.ts';

type Following = Readonly<{
  facts: FanOut;
  match: string;
  /** What the reader saw last, if it comes back. */
  lastId: string | undefined;
  /** What is so now; a reader that comes back without a gap needs none. */
  snapshot: (() => Promise<string>) | undefined;
  /** Whoever is refused the snapshot may not follow, without a gap or with one. */
  isGuarded: boolean;
  sendSnapshot: (json: string) => void;
  send: (fact: FeedFact) => void;
}>;

// While the snapshot is on its way: more facts than this mean that something is wrong.
const mostHeld = 1_000;

/**
 * Sends what is so, then every fact after it. The facts are subscribed to before anything is asked, so that nothing falls
 * in between; one that the snapshot already tells of may come again. Returns how to stop.
 */
export async function follow(following: Following): Promise<() => void> {
  const { facts, match, lastId, snapshot, isGuarded, sendSnapshot, send } = following;
  const held: FeedFact[] = [];
  let onFact = (fact: FeedFact): void => {
    if (held.length < mostHeld) held.push(fact);
  };
  const leave = await facts.subscribe(match, (fact) => onFact(fact));
  try {
    const missed = lastId === undefined ? undefined : await facts.since(lastId, match);
    const now = snapshot && (missed === undefined || isGuarded) ? await snapshot() : undefined;
    if (missed === undefined && now !== undefined) sendSnapshot(now);
    if (held.length === mostHeld) throw overwhelmed();
    const sent = new Set(missed?.map(({ id }) => id));
    missed?.forEach(send);
    for (const fact of held) if (!sent.has(fact.id)) send(fact);
    onFact = send;
    return leave;
  } catch (error) {
    leave();
    throw error;
  }
}

const overwhelmed = (): AppError =>
  new AppError('unavailable', 'gateway.busy', 'Too much is going on at the moment.', { retryAfterSeconds: 1 });
