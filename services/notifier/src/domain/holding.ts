import { end, first, KEPT_MS, type Outcome } from './delivery.ts';
import { type HeldFor, type Hold, isExpired, type Message, type Order } from './message.ts';

/** How soon a message that waits for its digest looks what became of it. */
const LOOK_MS = 60_000;
const HOLDS_KEPT = 10;

/** A new message that waits; until it expires, when that is earlier. */
export function hold(order: Order, id: string, at: Date, until: Date, why: HeldFor, digestId?: string): Outcome {
  const message = first(order, id, at);
  if (isExpired(order, at)) return end(message, 'expired', 'It came too late to be sent.', at);
  return { next: waiting({ ...message, ...(digestId && { digestId }) }, { at, until, why }), facts: [] };
}

/** One that was to be released, or tried again, waits on. */
export function holdOn(message: Message, at: Date, until: Date, why: HeldFor, digestId?: string): Outcome {
  const free = unbound(changed(message));
  return { next: waiting({ ...free, ...(digestId && { digestId }) }, { at, until, why }), facts: [] };
}

/** One that is part of a digest looks again in a while what became of that. */
export const lookAgain = (message: Message, digest: Message, at: Date): Outcome => ({
  next: { ...changed(message), dueAt: new Date(Math.max(at.getTime(), digest.dueAt?.getTime() ?? 0) + LOOK_MS) },
  facts: [],
});

/** It waits no longer: whoever sends it claims it. Its tries are counted from here. */
export const release = (message: Message, at: Date): Message =>
  message.status === 'held' ? { ...unbound(message), releasedAt: at } : message;

/** The rules have it that it is never sent: a new message. */
export const refuse = (order: Order, id: string, reason: string, at: Date): Outcome =>
  end(first(order, id, at), 'failed', reason, at);

/** The same of one that waited. */
export const drop = (message: Message, reason: string, at: Date): Outcome =>
  end(unbound(changed(message)), 'failed', reason, at);

/** A digest is closed: what it tells of is certain from now on. */
export const gather = (digest: Message, ids: readonly string[]): Message => ({ ...digest, gathers: ids });

/** A digest has nothing to tell of, or one thing only, which then tells itself. */
export const dissolve = (digest: Message, at: Date): Outcome => ({
  next: {
    ...unbound(changed(digest)),
    status: 'cancelled',
    reason: 'There was nothing to gather.',
    endedAt: at,
    dueAt: new Date(at.getTime() + KEPT_MS),
  },
  facts: [],
});

/** What became of its digest became of the message. Undefined while that is open, or when it is not part of it. */
export function follow(message: Message, digest: Message, at: Date): Outcome | undefined {
  if (!digest.gathers?.includes(message.id)) return undefined;
  const { sealed: _seal, ...rest } = unbound(changed(message));
  if (digest.status === 'sent') {
    const next: Message = {
      ...rest,
      status: 'sent',
      sentAt: digest.sentAt ?? at,
      dueAt: new Date(at.getTime() + KEPT_MS),
    };
    return { next: { ...next, digestId: digest.id }, facts: [{ type: 'message-sent', message: next, at }] };
  }
  return end(
    { ...rest, digestId: digest.id },
    digest.status === 'failed' ? 'failed' : 'expired',
    digest.reason ?? '',
    at,
  );
}

function waiting(message: Message, held: Hold): Message {
  const { expiresAt, holds = [] } = message;
  const { until, why } = held;
  // A member of a digest looks at the digest a little after that has closed.
  const dueAt = message.digestId ? new Date(until.getTime() + LOOK_MS) : until;
  const earliest = expiresAt && expiresAt < dueAt ? expiresAt : dueAt;
  const latest = [...holds, held].slice(-HOLDS_KEPT);
  return { ...message, status: 'held', heldFor: why, dueAt: earliest, holds: latest };
}

function unbound(message: Message): Message {
  const { heldFor: _why, digestId: _digest, ...rest } = message;
  return rest;
}

const changed = (message: Message): Message => ({ ...message, version: message.version + 1 });
