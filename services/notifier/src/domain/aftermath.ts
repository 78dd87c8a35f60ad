import type { Outcome } from './delivery.ts';
import { isSettled, type Message, type Report } from './message.ts';

// What may still happen to a message that was sent.

/** How many replies to one message are told; whoever goes on writing is read elsewhere. */
const ANSWERS_TOLD = 50;

/** The provider says that it arrived; undefined when that is known. */
export function deliver(message: Message, at: Date): Outcome | undefined {
  if (message.status !== 'sent' || message.deliveredAt) return undefined;
  const next: Message = {
    ...changed(message),
    deliveredAt: at,
    reports: reported(message, { at, outcome: 'delivered' }),
  };
  return { next, facts: [{ type: 'message-delivered', message: next, at }] };
}

/** The provider gave up what it had taken; undefined when it is too late to say so. */
export function bounce(message: Message, code: string, at: Date): Outcome | undefined {
  if (message.status !== 'sent' || message.deliveredAt) return undefined;
  const reason = code ? `The network did not deliver it (${code}).` : 'The network did not deliver it.';
  const reports = reported(message, { at, outcome: 'undelivered', ...(code && { code }) });
  const next: Message = { ...changed(message), status: 'failed', reason, endedAt: at, reports };
  return { next, facts: [{ type: 'message-failed', message: next, reason, at }] };
}

const reported = ({ reports = [] }: Message, report: Report): readonly Report[] => [...reports, report];

/** The person opened it in their inbox; undefined when that is known. */
export function markRead(message: Message, at: Date): Outcome | undefined {
  if (message.readAt) return undefined;
  const next: Message = { ...changed(message), readAt: at };
  return { next, facts: [{ type: 'message-read', message: next, at }] };
}

/** Somebody replied; undefined when this reply was told before, or there were too many. */
export function answer(message: Message, reply: Readonly<{ id: string; text: string; at: Date }>): Outcome | undefined {
  const { id, text, at } = reply;
  const known = message.answers ?? [];
  if (known.some((one) => one.id === id) || known.length >= ANSWERS_TOLD) return undefined;
  const next: Message = { ...changed(message), answers: [...known, { id, at }] };
  return { next, facts: [{ type: 'message-answered', message: next, text, at }] };
}

/** Forgets whom it was for and what it said; the rest stays for the statistics. */
export function mask(message: Message): Outcome {
  return { next: masked(message), facts: [] };
}

/** The same at once, because the person was erased; what was not sent yet never is. */
export function forget(message: Message, at: Date): Outcome {
  if (isSettled(message)) return mask(message);
  const reason = 'The person was erased.';
  const next: Message = { ...masked(message), status: 'expired', reason, endedAt: at };
  return { next, facts: [{ type: 'message-failed', message: { ...message, version: next.version }, reason, at }] };
}

function masked(message: Message): Message {
  const { personId: _person, contactId: _contact, dueAt: _due, sealed: _seal, ...rest } = message;
  const { locale: _locale, answerUntil: _until, hasAttachments: _attachments, ...left } = rest;
  return { ...left, version: message.version + 1, to: '', variables: {}, masked: true };
}

const changed = (message: Message): Message => ({ ...message, version: message.version + 1 });
