import type { Order } from '../../domain/message.ts';
import { hold } from '../../domain/holding.ts';
import type { Ruling } from '../../domain/rules/ruling.ts';
import type { Content, MessageRepository } from '../ports.ts';

/** The template that tells of several messages. */
export const DIGEST = 'gathered';

/** As many as it tells of by their words; of the others it says how many they are. */
const LINES = 10;

type Held = Extract<Ruling, { kind: 'hold' }>;
type Deps = Readonly<{ messages: Pick<MessageRepository, 'add'>; idOf: (text: string) => string }>;

/** Makes sure of the digest that a message waits for: one for a person's contact, subject and window. */
export type JoinDigest = (order: Order, ruling: Held, at: Date) => Promise<string | undefined>;

const REMEMBERED = 10_000;

/** The id of the digest is what makes it one: whoever comes first stores it, the others know or find that it is there. */
export function joinDigest({ messages, idOf }: Deps): JoinDigest {
  const made = new Map<string, Promise<unknown>>();
  return async (order, { until, why, gather }, at) => {
    if (gather === undefined) return undefined;
    const { channel, to, personId = '' } = order;
    const key = JSON.stringify(['digest', personId, channel, to, gather, until.toISOString()]);
    const id = idOf(key);
    let adding = made.get(id);
    if (!adding) {
      adding = messages.add(hold(digestOf(order, key), id, at, until, why));
      made.set(id, adding);
      adding.catch(() => made.delete(id));
      const oldest = made.size > REMEMBERED ? made.keys().next().value : undefined;
      if (oldest !== undefined) made.delete(oldest);
    }
    await adding;
    return id;
  };
}

function digestOf(order: Order, idempotencyKey: string): Order {
  const { lane, category, channel, to, personId, contactId, locale, traceparent } = order;
  return {
    idempotencyKey,
    lane,
    category,
    channel,
    to,
    template: DIGEST,
    variables: {},
    reference: '',
    sender: 'notifier',
    isDigest: true,
    ...(personId && { personId }),
    ...(contactId && { contactId }),
    ...(locale && { locale }),
    ...(traceparent && { traceparent }),
  };
}

/** What a digest says: one line for each message. */
export function digestVariables(contents: readonly Content[]): Readonly<Record<string, string>> {
  const lines = contents.slice(0, LINES).map(lineOf);
  const more = contents.length - lines.length;
  return { count: String(contents.length), lines: JSON.stringify(lines), more: more > 0 ? String(more) : '' };
}

function lineOf(content: Content): string {
  switch (content.channel) {
    case 'email':
      return content.subject;
    case 'sms':
      return content.text;
    case 'slack':
      return unescaped(content.text);
    case 'push':
    case 'inbox':
      return `${content.title}: ${content.text}`;
  }
}

/** As it was before it was made ready for Slack: the digest makes it ready itself. */
const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
