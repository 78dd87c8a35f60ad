import { streamOfSubject } from '@guildhall/contracts';
import type { Bus } from '../bus/connect.ts';
import { newId } from '../ids.ts';
import { liveLane } from './live-lane.ts';
import { observeOutboxes } from './outbox-metrics.ts';
import type { Offered, OutboxSource, StreamMarks } from './outbox-source.ts';
import { recovery } from './recovery.ts';
import { replayer } from './replayer.ts';
import { sender, type Sent } from './sender.ts';
import { streamKeeper } from './stream-keeper.ts';
import { watermark } from './watermark.ts';

export type RelayOptions = Readonly<{
  /** How often to look for what was left behind, in milliseconds. Default 3 000. */
  sweepMs?: number;
  /** How long the mark of another process stands still before its messages are brought out, in milliseconds. Default 5 000. */
  silentMs?: number;
  /** How far back a stream is rebuilt that lost messages, in milliseconds. Default 24 h. */
  windowMs?: number;
  /** How long a stream may take to confirm, in milliseconds. Default 5 000. */
  ackWaitMs?: number;
  /** Hears of trouble that the relay goes on from by itself. */
  report?: (error: unknown) => void;
}>;

/** Brings what the outboxes hold to its streams. */
export type Relay = Readonly<{
  /** Takes what was just stored; what the relay cannot take now it finds in the store later. */
  offer(entries: readonly Offered[]): void;
  /** Resolves when the relay's mark stands in the store: nothing that is saved from then on can be lost. */
  ready: Promise<void>;
  /** Waits for what is under way, and writes down how far it came. */
  close(): Promise<void>;
}>;

const beatMs = 1_000;

/**
 * Starts a relay over the outboxes of one store. Every replica of a service may run one: the message id makes a repeat
 * harmless. What a stream loses it gets again from the window that the outboxes keep.
 */
export function startRelay(bus: Bus, sources: readonly OutboxSource[], options: RelayOptions = {}): Relay {
  const { sweepMs = 3_000, silentMs = 5_000, windowMs = 24 * 3_600_000, ackWaitMs = 5_000 } = options;
  const { report = () => undefined } = options;
  const [first] = sources;
  if (!first) return { offer: () => undefined, ready: Promise.resolve(), close: () => Promise.resolve() };
  const { streams: streamMarks, outboxes: marks } = first.marks;
  const relay = newId();

  const onReady = (): void => void lost.run();
  const streams = streamKeeper(bus, streamMarks, { onLost: (stream) => replays.start(stream), onReady, report });
  const out = sender(bus, streams, { ackWaitMs, report });
  const mark = watermark(relay, sources, marks);
  const isReady = (): boolean => streams.all().every((stream) => stream.isReady());
  const lost = recovery(sources, out, { relay, marks, silentMs, isReady, writeMark: mark.write, report });
  const replays = replayer(sources, out, { windowMs, report });
  const live = liveLane(out, ledgersOf(sources));
  const stopObserving = observeOutboxes(sources, lost.oldest);

  const saveMarks = () => Promise.all(streams.all().map(({ watch }) => watch.save().catch(report)));
  const ready = mark.write();
  // What an earlier process left behind, at once; its streams are looked at on the way.
  const opened = Promise.all([ready, openMarked(streamMarks, streams.of)]).then(lost.run, report);
  const timers = [
    setInterval(() => void lost.run(), sweepMs),
    setInterval(() => void Promise.all([saveMarks(), mark.beat().catch(report)]), beatMs),
  ];

  return {
    offer: live.offer,
    ready,
    close: async () => {
      timers.forEach(clearInterval);
      stopObserving();
      await Promise.all([opened, live.idle(), lost.close(), replays.close(), streams.close()]);
      await Promise.all([saveMarks(), mark.close().catch(report)]);
      out.close();
    },
  };
}

/** What becomes of a save in the ledger of its source when its messages were sent, or could not be. */
function ledgersOf(sources: readonly OutboxSource[]) {
  const ledgers = new Map(sources.map(({ name, ledger }) => [name, ledger]));
  return ({ source, owner, messages, ticket }: Offered, sent: Sent): void => {
    const ledger = ledgers.get(source);
    if (sent === 'stored') ledger?.settle(ticket);
    else if (sent === 'failed') ledger?.defer(ticket);
    else ledger?.seek(ticket, { owner, messageIds: messages.map(({ id }) => id), certainAtMs: Infinity });
  };
}

/** Looks at the streams that have a mark, so that a loss is noticed before anything is published. */
async function openMarked(marks: StreamMarks, open: (subject: string) => unknown): Promise<void> {
  for (const stream of await marks.names()) {
    const subject = stream.toLowerCase().replace('_', '.');
    if (streamOfSubject(subject).name === stream) open(`${subject}.`);
  }
}
