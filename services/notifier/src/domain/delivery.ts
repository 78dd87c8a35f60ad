import type { Decision } from '@guildhall/kernel';
import { type Attempt, isExpired, type Message, type MessageFact, type Order } from './message.ts';
import { nextTryAt } from './retry.ts';

export type Outcome = Decision<Message, MessageFact>;

const NO_CONTACT = 'no_contact';
const SUPERSEDED = 'A newer one took its place.';

/** A claim outlives the longest provider call; after it, another process may take a dead one's message over. */
export const CLAIM_MS = 15_000;
const CALL_MS = 11_000;
/** How long a settled message stays as it was. */
export const KEPT_MS = 30 * 24 * 3_600_000;

/** A new message: claimed at once by the process that stores it, or left until `waitMs` have passed. */
export function request(order: Order, id: string, at: Date, waitMs = 0): Outcome {
  const message = first(order, id, at);
  if (isExpired(order, at)) return end(message, 'expired', 'It came too late to be sent.', at);
  const claimed = waitMs > 0 ? due(message, later(at, waitMs)) : held(message, at);
  return { next: claimed, facts: [] };
}

/** True when there is time for one call before anybody else may claim the message. */
export const isHeld = ({ status, dueAt }: Message, at: Date): boolean =>
  status === 'sending' && dueAt !== undefined && dueAt.getTime() - at.getTime() >= CALL_MS;

/** Takes the message for one try. The version check of the store decides between two who claim at once. */
export const claim = (message: Message, at: Date): Outcome => ({ next: held(changed(message), at), facts: [] });

/** Puts it back untried. */
export const postpone = (message: Message, at: Date, waitMs: number): Outcome => ({
  next: due(changed(message), later(at, waitMs)),
  facts: [],
});

/** Too late: it is never sent. */
export const expire = (message: Message, at: Date): Outcome =>
  end(changed(message), 'expired', 'It expired before it could be sent.', at);

/** For a person whom nothing can be sent to like this. */
export const unreachable = (order: Order, id: string, at: Date): Outcome =>
  end(first(order, id, at), 'failed', NO_CONTACT, at);

/** In its Slack channel a newer one had taken its place before it came. */
export const outdated = (order: Order, id: string, at: Date): Outcome =>
  end(first(order, id, at), 'expired', SUPERSEDED, at);

/** In its Slack channel a newer one has taken its place. */
export const supersede = (message: Message, at: Date): Outcome => end(changed(message), 'expired', SUPERSEDED, at);

export function succeed(message: Message, attempt: Attempt, at: Date): Outcome {
  const { sealed: _seal, ...rest } = tried(message, attempt);
  const next: Message = { ...rest, status: 'sent', sentAt: at, dueAt: later(at, KEPT_MS) };
  return { next, facts: [{ type: 'message-sent', message: next, at }] };
}

export type Failure = Readonly<{
  permanent: boolean;
  /** False when the provider was not called: no try was used up. */
  attempted: boolean;
  reason: string;
  retryAfterSeconds?: number;
}>;

/** Tries again later, or gives up. `random` is uniform in [0, 1). */
export function fail(message: Message, attempt: Attempt, failure: Failure, at: Date, random: number): Outcome {
  const counted = failure.attempted ? tried(message, attempt) : changed(message);
  if (failure.permanent) return end(counted, 'failed', failure.reason, at);
  const { attempts, releasedAt, requestedAt } = counted;
  const tries = { ...counted, tries: attempts.length, requestedAt: releasedAt ?? requestedAt };
  const next = nextTryAt(tries, failure.retryAfterSeconds, at, random);
  if (!next) return end(counted, 'failed', `Given up after ${counted.attempts.length} tries. ${failure.reason}`, at);
  if (isExpired(counted, next)) return end(counted, 'expired', failure.reason, at);
  return { next: due(counted, next), facts: [] };
}

/** A message as it begins. */
export const first = (order: Order, id: string, at: Date): Message => ({
  ...order,
  id,
  version: 1,
  status: 'requested',
  requestedAt: at,
  attempts: [],
});

const changed = (message: Message): Message => ({ ...message, version: message.version + 1 });

const tried = (message: Message, attempt: Attempt): Message => ({
  ...changed(message),
  attempts: [...message.attempts, attempt],
});

const held = (message: Message, at: Date): Message => ({ ...message, status: 'sending', dueAt: later(at, CLAIM_MS) });

const due = (message: Message, dueAt: Date): Message => ({ ...message, status: 'requested', dueAt });

/** Settled without being sent. */
export function end(message: Message, status: 'failed' | 'expired', reason: string, at: Date): Outcome {
  const { sealed: _seal, ...rest } = message;
  const next: Message = { ...rest, status, reason, endedAt: at, dueAt: later(at, KEPT_MS) };
  return { next, facts: [{ type: 'message-failed', message: next, reason, at }] };
}

const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);
