import { z } from 'zod';
import { channels, type Message, recipientKey } from './message.ts';

const messageId = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

export const Search = z.strictObject({
  channel: z.enum(channels).optional(),
  to: z.string().max(320).optional(),
  /** From this moment on (RFC 3339), or after this message (its id). */
  since: z.union([z.iso.datetime({ offset: true }), z.string().regex(messageId)]).optional(),
  /** Only the newest so many. */
  limit: z.coerce.number().int().min(1).max(1_000_000).optional(),
  /** Words that occur in the recipient, the subject or the text. */
  q: z.string().max(200).optional(),
});

export type Search = z.output<typeof Search>;

/** The messages that are asked for, in the order they came. */
export function select(messages: readonly Message[], { to, since, limit, q }: Search): Message[] {
  const wanted = to === undefined ? undefined : recipientKey(to);
  const words = q?.toLowerCase().split(/\s+/).filter(Boolean) ?? [];
  const found = messages.filter(
    (message) =>
      (wanted === undefined || recipientKey(message.to) === wanted) &&
      isSince(message, since) &&
      hasAll(message, words),
  );
  return limit === undefined ? found : found.slice(-limit);
}

function isSince(message: Message, since: string | undefined): boolean {
  if (since === undefined) return true;
  if (messageId.test(since)) return message.id > since;
  return Date.parse(message.at) >= Date.parse(since);
}

function hasAll({ to, subject, text }: Message, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const all = `${to}\n${subject ?? ''}\n${text}`.toLowerCase();
  return words.every((word) => all.includes(word));
}
