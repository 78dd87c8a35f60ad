import { claim, expire, type Outcome, postpone } from '../../domain/delivery.ts';
import { dissolve, drop, follow, gather, holdOn, lookAgain, release } from '../../domain/holding.ts';
import { isExpired, isSettled, type Message } from '../../domain/message.ts';
import type { MessageRepository, Outlets } from '../ports.ts';
import type { JoinDigest } from './digests.ts';
import type { Rules } from './ports.ts';

type Deps = Readonly<{
  messages: Pick<MessageRepository, 'find' | 'membersOf'>;
  outlets: Pick<Outlets, 'waitMs'>;
  rules: Rules;
  join: JoinDigest;
}>;

/** What is to be done with a message, and with which other one right after it. */
export type Released = Readonly<{ outcome: Outcome; andTake?: string }>;

/** What becomes of a message that is not settled and whose time has come: the rules are asked again. */
export type Release = (message: Message, at: Date) => Promise<Released>;

export const releaseMessage =
  (deps: Deps): Release =>
  async (message, at) => {
    if (message.status === 'sending') return { outcome: send(deps, message, at) };
    const digest = message.digestId === undefined ? undefined : await deps.messages.find(message.digestId);
    const followed = digest && afterDigest(message, digest, at);
    if (followed) return { outcome: followed };
    if (isExpired(message, at)) return { outcome: expire(message, at) };
    // One that came too late for its digest waits for the next, unless it was the only one.
    const isAlone = digest?.status === 'cancelled';
    const isGathered = isAlone || message.isDigest === true || message.status === 'requested';
    const [ruling] = await deps.rules.of([{ id: message.id, order: message, isGathered }], at);
    switch (ruling?.kind) {
      case 'drop':
        return { outcome: drop(message, ruling.reason, at) };
      case 'hold': {
        const digestId = await deps.join(message, ruling, at);
        return { outcome: holdOn(message, at, ruling.until, ruling.why, digestId) };
      }
      case 'send':
      case undefined:
        return message.isDigest && !message.gathers ? close(deps, message, at) : { outcome: send(deps, message, at) };
    }
  };

/** What its digest means for a message; undefined when it goes its own way. */
function afterDigest(message: Message, digest: Message, at: Date): Outcome | undefined {
  const isIn = digest.gathers?.includes(message.id);
  if (isSettled(digest)) return isIn ? follow(message, digest, at) : undefined;
  return isIn || !digest.gathers ? lookAgain(message, digest, at) : undefined;
}

/** From now on it is certain what the digest tells of. What would be one line alone is told as it was meant. */
async function close(deps: Deps, digest: Message, at: Date): Promise<Released> {
  const ids = await deps.messages.membersOf(digest.id, at);
  if (ids.length > 1) return { outcome: send(deps, gather(digest, ids), at) };
  const [only] = ids;
  return { outcome: dissolve(digest, at), ...(only && { andTake: only }) };
}

function send({ outlets }: Deps, message: Message, at: Date): Outcome {
  const waitMs = outlets.waitMs(message, true);
  const free = release(message, at);
  return waitMs > 0 ? postpone(free, at, waitMs) : claim(free, at);
}
