import { streamOfSubject } from '@guildhall/contracts';
import type { Bus } from '../bus/connect.ts';
import { clearLane } from './clear-lane.ts';
import { confirmedRuns } from './confirmed-runs.ts';
import { liveLane } from './live-lane.ts';
import { observeOutboxes } from './outbox-metrics.ts';
import type { OutboxSource, Waiting } from './outbox-source.ts';
import { replayer } from './replayer.ts';
import { sender } from './sender.ts';
import { streamKeeper } from './stream-keeper.ts';
import { sweeper } from './sweeper.ts';

export type RelayOptions = Readonly<{
  /** How often to look for what was left behind, and how old that must be, in milliseconds. Default 3 000. */
  sweepMs?: number;
  /** How long a confirmation waits for others before it is written, in milliseconds. Default 50. */
  clearMs?: number;
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
  offer(entries: readonly Waiting[]): void;
  /** Waits for what is under way, and writes down what is confirmed. */
  close(): Promise<void>;
}>;

/**
 * Starts a relay over the outboxes of one store. Every replica of a service may run one: the message id makes a repeat
 * harmless. What a stream loses it gets again from the window that the outboxes keep.
 */
export function startRelay(bus: Bus, of: readonly OutboxSource[], options: RelayOptions = {}): Relay {
  const sources = of.map(joiningRuns);
  const { sweepMs = 3_000, clearMs = 50, windowMs = 24 * 3_600_000, ackWaitMs = 5_000 } = options;
  const { report = () => undefined } = options;
  const [first] = sources;
  if (!first) return { offer: () => undefined, close: () => Promise.resolve() };

  const streams = streamKeeper(bus, first.marks, {
    onLost: (stream) => replays.start(stream),
    onReady: () => void sweepAll(everything()),
    report,
  });
  const out = sender(bus, streams, { ackWaitMs, report });
  const clears = new Map(sources.map((source) => [source.name, clearLane(source, clearMs, report)]));
  const live = liveLane(out, (entry) => clears.get(entry.source)?.add(entry));
  const sweepers = sources.map((source) => sweeper(source, out, report));
  const replays = replayer(sources, out, { windowMs, report });
  const stopObserving = observeOutboxes(sources);

  const sweepAll = (olderThan: Date) => Promise.all(sweepers.map(({ sweep }) => sweep(olderThan)));
  const saveMarks = () => Promise.all(streams.all().map(({ watch }) => watch.save().catch(report)));
  const timers = [
    setInterval(() => void sweepAll(new Date(Date.now() - sweepMs)), sweepMs),
    setInterval(() => void saveMarks(), 1_000),
  ];
  // What an earlier process left behind, at once; its streams are looked at on the way.
  const opened = openMarked(first, streams.of)
    .then(() => sweepAll(everything()))
    .catch(report);

  return {
    offer: live.offer,
    close: async () => {
      timers.forEach(clearInterval);
      stopObserving();
      await opened;
      await Promise.all([live.idle(), replays.close(), streams.close(), sweepAll(new Date(0))]);
      await Promise.all([...clears.values()].map((lane) => lane.close()));
      await saveMarks();
      out.close();
    },
  };
}

/** The sweep and the live lane of a source join what either of them has confirmed. */
function joiningRuns(source: OutboxSource): OutboxSource {
  const runs = confirmedRuns();
  return { ...source, confirmed: (saves) => source.confirmed(runs(saves)) };
}

/** Later than all that waits, also what a replica with a faster clock has written. */
const everything = (): Date => new Date(Date.now() + 60_000);

/** Looks at the streams that have a mark, so that a loss is noticed before anything is published. */
async function openMarked({ marks }: OutboxSource, open: (subject: string) => unknown): Promise<void> {
  for (const stream of await marks.streams()) {
    const subject = stream.toLowerCase().replace('_', '.');
    if (streamOfSubject(subject).name === stream) open(`${subject}.`);
  }
}
