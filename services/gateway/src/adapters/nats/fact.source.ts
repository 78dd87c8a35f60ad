import { type DescMessage, fromBinary, type Message } from '@bufbuild/protobuf';
import { eventSubject, type StreamName } from '@guildhall/contracts';
import { type Bus, feed, type FeedMessage } from '@guildhall/messaging';
import type { FactSource, FeedFact } from '../../app/feeds/facts.ts';
import { missedCount } from './missed-count.ts';

type Contract = Readonly<{
  stream: StreamName;
  facts: readonly DescMessage[];
  /** The local name of the field that decides who a fact is for. */
  match: string;
}>;

type Write = (type: DescMessage, fact: Message) => string;

// Who missed more than this is better served by a snapshot.
const mostMissed = 2_000;
const historyTimeoutMs = 3_000;

/** The facts of one feed, read from their stream and written as JSON, each once for all who follow. */
export function factSource(bus: Bus, contract: Contract, write: Write, report: (error: unknown) => void): FactSource {
  const { stream } = contract;
  const subjects = contract.facts.map((fact) => `${eventSubject(fact)}.>`);
  const read = factReader(contract, write);
  return {
    listen: (onFact) => feed(bus, { stream, subjects, onMessage: (message) => onFact(read(message)), onError: report }),
    async since(id) {
      const missed = await missedCount(bus, stream.name, subjects, id);
      if (missed === undefined || missed > mostMissed) return undefined;
      return missed === 0 ? [] : collect(bus, { stream, subjects, from: id }, missed, read);
    },
  };
}

type Read = (message: FeedMessage) => FeedFact;

function factReader({ facts, match }: Contract, write: Write): Read {
  const types = new Map(facts.map((type) => [eventSubject(type), type]));
  return ({ id, subject, data }) => {
    // evt.register.v1.visit-opened.<aggregate id>
    const tokens = subject.split('.', 4);
    const type = types.get(tokens.join('.'));
    if (type === undefined) throw new Error(`no fact of this feed travels on ${tokens.join('.')}`);
    const fact = fromBinary(type, data) as Message & Record<string, unknown>;
    return { id, name: tokens[3] ?? '', match: String(fact[match]), json: write(type, fact) };
  };
}

/** Reads so many facts; undefined when they do not come. */
async function collect(
  bus: Bus,
  from: Pick<Parameters<typeof feed>[1], 'stream' | 'subjects' | 'from'>,
  count: number,
  read: Read,
): Promise<readonly FeedFact[] | undefined> {
  const { promise, resolve } = Promise.withResolvers<readonly FeedFact[] | undefined>();
  const found: FeedFact[] = [];
  const onMessage = (message: FeedMessage): void => {
    if (found.push(read(message)) === count) resolve(found);
  };
  const timer = setTimeout(() => resolve(undefined), historyTimeoutMs);
  const reading = await feed(bus, { ...from, onMessage, onError: () => resolve(undefined) });
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await reading.close();
  }
}
