import { type DescMessage, fromBinary, type MessageShape } from '@bufbuild/protobuf';
import { eventSubject } from '@guildhall/contracts';
import { AppError } from '@guildhall/kernel';

/** What is known of a message besides its content. */
export type Delivery = Readonly<{
  /** The message's own id (`Nats-Msg-Id`), the same at every delivery and after a replay. */
  id: string;
  subject: string;
  aggregateId: string;
  /** The aggregate's version that the fact led to; 0 where the sender gave none. */
  version: number;
  /** Business time, as the sender gave it. */
  at: Date;
  /** 1 at the first delivery. */
  attempt: number;
  /** The trace that caused it (W3C Trace Context), for handlers that go on with it later; absent when nobody traced. */
  traceparent?: string;
}>;

/** A message as it arrived. */
export type Arrival = Readonly<{ data: Uint8Array; delivery: Delivery }>;

/** Handles messages of one kind; the answer has one entry per message: an error, or undefined for "done". */
export type Subscription = Readonly<{
  /** The subject without its last token, the id; `*` stands for one token. */
  subject: string;
  /** True when messages that wait may be handed over together. */
  grouped: boolean;
  /** How long the first message of a group waits for more, in milliseconds; absent: until the tick is over. */
  gatherMs?: number;
  handle: (arrivals: readonly Arrival[]) => Promise<readonly unknown[]>;
}>;

export type SubscriptionOptions = Readonly<{
  /** Where such messages come from, without the last token; default: the subject of the fact, or of the command. */
  subject?: string;
}>;

export type GroupOptions = SubscriptionOptions & Pick<Subscription, 'gatherMs'>;

/** Ties a message to its handler, one at a time for each aggregate. Handlers are idempotent. */
export const on = <S extends DescMessage>(
  schema: S,
  handle: (event: MessageShape<S>, delivery: Delivery) => Promise<void>,
  { subject = subjectOf(schema) }: SubscriptionOptions = {},
): Subscription => ({
  subject,
  grouped: false,
  handle: async (arrivals) => {
    for (const { data, delivery } of arrivals) await handle(decode(schema, data), delivery);
    return [];
  },
});

/** One message of a group. */
export type GroupItem<S extends DescMessage> = Readonly<{ event: MessageShape<S>; delivery: Delivery }>;

/**
 * Ties messages to a handler that takes what has arrived together, such as one bulk write. It answers with one entry
 * per item, an error or undefined for "done"; when it throws, that is the error of every item. A message that cannot
 * be decoded never reaches it.
 */
export const onGroup = <S extends DescMessage>(
  schema: S,
  handle: (items: readonly GroupItem<S>[]) => Promise<readonly unknown[]>,
  { subject = subjectOf(schema), gatherMs = 0 }: GroupOptions = {},
): Subscription => ({
  subject,
  grouped: true,
  gatherMs,
  handle: async (arrivals) => {
    const outcomes: unknown[] = arrivals.map(() => undefined);
    const readable: (GroupItem<S> & { index: number })[] = [];
    arrivals.forEach(({ data, delivery }, index) => {
      try {
        readable.push({ index, event: decode(schema, data), delivery });
      } catch (error) {
        outcomes[index] = error;
      }
    });
    const handled = readable.length > 0 ? await handle(readable) : [];
    readable.forEach(({ index }, position) => {
      outcomes[index] = handled[position];
    });
    return outcomes;
  },
});

function decode<S extends DescMessage>(schema: S, data: Uint8Array): MessageShape<S> {
  try {
    return fromBinary(schema, data);
  } catch (cause) {
    throw new AppError('malformed', 'messaging.undecodable', `This is no ${schema.typeName}.`, { cause });
  }
}

/** `cmd.<service>.v1.<lane>.<verb>` for the notifier's command, `evt.…` for everything else. */
const subjectOf = (schema: DescMessage): string =>
  schema.typeName === 'notifier.v1.SendMessage' ? 'cmd.notifier.v1.*.send' : eventSubject(schema);
