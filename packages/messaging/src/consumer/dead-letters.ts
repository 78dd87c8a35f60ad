import { AppError } from '@guildhall/kernel';
import { headers, type MsgHdrs } from '@nats-io/nats-core';
import type { StoredMsg } from '@nats-io/jetstream';
import type { Bus } from '../bus/connect.ts';
import { headerNames } from '../envelope.ts';
import { deadHeaders, deadLetterStream, isBrokerHeader, redriveSubject } from './dead-letter-stream.ts';
import { durableOf, letterAt, lettersFrom } from './stored-letters.ts';

/** A message that its consumer gave up. Its content stays in the stream: it may be personal. */
export type DeadLetter = Readonly<{
  id: string;
  /** The consumer that gave up. */
  durable: string;
  stream: string;
  subject: string;
  messageId: string;
  /** Why: an error code, or the name of an unexpected error. */
  code: string;
  attempts: number;
  at: Date;
}>;

/** A dead letter with what it holds; headers of the broker and of callers are left out. */
export type DeadLetterContent = Readonly<{
  letter: DeadLetter;
  headers: Readonly<Record<string, string>>;
  data: Uint8Array;
}>;

export type DeadLetterPage = Readonly<{ items: DeadLetter[]; next?: string }>;

export type DeadLetters = Readonly<{
  /** The oldest first, behind the letter `after`; `durables` narrows to those consumers. */
  list(o: Readonly<{ limit: number; after?: string; durables?: readonly string[] }>): Promise<DeadLetterPage>;
  /** Throws `not-found` (`messaging.dead_letter_not_found`). */
  get(id: string): Promise<DeadLetterContent>;
  /**
   * Hands letters back to the consumers that gave them up, and to nobody else; no ids = all. Asking twice is harmless.
   * Returns how many went; ids that are not there are passed over.
   */
  redrive(ids: readonly string[], durables?: readonly string[]): Promise<number>;
}>;

export const deadLetters = (bus: Bus): DeadLetters => ({
  async list({ limit, after = '0', durables }) {
    const items: DeadLetter[] = [];
    for await (const letter of lettersFrom(bus, Number(after) + 1, durables)) {
      if (items.length === limit) return { items, next: items.at(-1)?.id ?? after };
      items.push(deadLetterOf(letter));
    }
    return { items };
  },
  async get(id) {
    const letter = /^\d{1,15}$/.test(id) ? await letterAt(bus, Number(id)) : undefined;
    if (!letter) throw new AppError('not-found', 'messaging.dead_letter_not_found', 'There is no such dead letter.');
    return { letter: deadLetterOf(letter), headers: shownHeaders(letter.header), data: letter.data };
  },
  async redrive(ids, durables) {
    const wanted = new Set(ids);
    let driven = 0;
    for await (const letter of lettersFrom(bus, 1, durables)) {
      if (wanted.size > 0 && !wanted.has(String(letter.seq))) continue;
      await redrive(bus, letter);
      driven += 1;
      if (driven === wanted.size) break;
    }
    return driven;
  },
});

async function redrive(bus: Bus, letter: StoredMsg): Promise<void> {
  const durable = durableOf(letter);
  // The letter's own place in the stream: a repeat of this call is dropped, a later death of the message is not.
  const msgID = `redrive:${durable}:${letter.seq}:${letter.timestamp}`;
  await bus.js.publish(redriveSubject(durable), letter.data, { headers: redriveHeaders(letter.header), msgID });
  await bus.jsm.streams.deleteMessage(deadLetterStream.name, letter.seq);
}

const deadLetterOf = (letter: StoredMsg): DeadLetter => ({
  id: String(letter.seq),
  durable: durableOf(letter),
  stream: letter.header.get(deadHeaders.stream),
  subject: letter.header.get(deadHeaders.subject),
  messageId: letter.header.get(deadHeaders.messageId),
  code: letter.header.get(deadHeaders.code),
  attempts: Number(letter.header.get(deadHeaders.attempts)),
  at: new Date(letter.header.get(deadHeaders.at)),
});

/** The message's own headers and where it came from; why it died is past. */
function redriveHeaders(letter: MsgHdrs): MsgHdrs {
  const passed = headers();
  for (const [name, [value = '']] of letter) if (!isBrokerHeader(name)) passed.set(name, value);
  for (const name of [deadHeaders.code, deadHeaders.attempts, deadHeaders.at]) passed.delete(name);
  return passed;
}

/** What says where a message came from and how it is read; nothing that a caller could have put there. */
const SHOWN = new Set([...Object.values(headerNames), ...Object.values(deadHeaders)].map((name) => name.toLowerCase()));

function shownHeaders(letter: MsgHdrs): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...letter].filter(([name]) => SHOWN.has(name.toLowerCase())).map(([name, [value = '']]) => [name, value]),
  );
}
