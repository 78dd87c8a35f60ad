import { outboxLedger } from './outbox-ledger.ts';
import type {
  Offered,
  OutboxMark,
  OutboxMarks,
  OutboxSource,
  StreamMark,
  StreamMarks,
  Waiting,
} from './outbox-source.ts';

/** What the processes over one store share: aggregates with their messages, and the marks of relays. */
export function memoryStore() {
  const kept: Waiting[] = [];
  const streams = new Map<string, StreamMark>();
  const outboxes = new Map<string, OutboxMark>();
  return { kept, streams, outboxes };
}

/** An outbox in memory: what one process would have over a store, for tests of the relay alone. */
export function memoryOutbox(store = memoryStore()) {
  const { kept } = store;
  const ledger = outboxLedger();
  const source: OutboxSource = {
    name: 'memory',
    ledger,
    async *since(at) {
      for (const one of kept.slice()) if (one.keptAt >= at) yield await Promise.resolve(one);
    },
    of: (owners) => Promise.resolve(kept.filter(({ owner }) => owners.includes(owner))),
    marks: { streams: streamMarksIn(store.streams), outboxes: outboxMarksIn(store.outboxes) },
  };
  return {
    source,
    ledger,
    kept,
    marks: store.streams,
    outboxMarks: store.outboxes,
    /** Keeps a message as a save would; returns what to offer. */
    keep(entry: Omit<Waiting, 'keptAt'>): Offered[] {
      const ticket = ledger.begin();
      const waiting = { ...entry, keptAt: ticket.keptAt };
      kept.push(waiting);
      return [{ ...waiting, ticket }];
    },
    /** Another process kept it. */
    keepElsewhere(entry: Omit<Waiting, 'keptAt'>, keptAt = new Date()): void {
      kept.push({ ...entry, keptAt });
    },
    nothingWaits: () => ledger.oldest() === undefined,
  };
}

const streamMarksIn = (marks: Map<string, StreamMark>): StreamMarks => ({
  names: () => Promise.resolve([...marks.keys()]),
  load: (stream) => Promise.resolve(marks.get(stream)),
  save: (stream, mark) => {
    marks.set(stream, mark);
    return Promise.resolve();
  },
});

const outboxMarksIn = (marks: Map<string, OutboxMark>): OutboxMarks => ({
  all: () => Promise.resolve(new Map(marks)),
  save: (relay, mark) => {
    marks.set(relay, mark);
    return Promise.resolve();
  },
  remove: (relay, heartbeatAt) => {
    if (marks.get(relay)?.heartbeatAt.getTime() === heartbeatAt.getTime()) marks.delete(relay);
    return Promise.resolve();
  },
});
