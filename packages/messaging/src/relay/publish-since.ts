import type { Envelope } from '../envelope.ts';
import type { OutboxSource, Waiting } from './outbox-source.ts';
import type { Sender, Sent } from './sender.ts';

export type PublishSince = Readonly<{
  at: Date;
  sendAll: Sender['sendAll'];
  ended: AbortSignal;
  /** Only these; all by default. */
  only?: (message: Envelope) => boolean;
}>;

const underWayAtMost = 128;

/**
 * Publishes what a source has kept since `at`, beside the live lane at half its width. What a stream refuses is looked
 * after in the source's ledger from then on. Throws when a message could not be brought out, or when the relay is closed.
 */
export async function publishSince(source: OutboxSource, { at, sendAll, ended, only }: PublishSince): Promise<void> {
  let underWay: Promise<Sent>[] = [];
  const bringOut = async (entry: Waiting): Promise<Sent> => {
    const sent = await sendAll(entry.messages);
    if (sent === 'refused') lookAfter(source, entry);
    return sent;
  };
  const landed = async (): Promise<void> => {
    const sent = await Promise.all(underWay);
    underWay = [];
    if (sent.includes('failed')) throw new Error(`reading ${source.name} broke off and starts again`);
  };
  for await (const entry of source.since(at)) {
    ended.throwIfAborted();
    const messages = only ? entry.messages.filter(only) : entry.messages;
    if (messages.length > 0) underWay.push(bringOut({ ...entry, messages }));
    if (underWay.length >= underWayAtMost) await landed();
  }
  await landed();
}

function lookAfter({ ledger: { sought } }: OutboxSource, { owner, keptAt, messages }: Waiting): void {
  const isKnown = sought.all().some((one) => one.owner === owner && one.keptAt <= keptAt);
  if (!isKnown) sought.add({ owner, keptAt, messageIds: messages.map(({ id }) => id), certainAtMs: Infinity });
}
