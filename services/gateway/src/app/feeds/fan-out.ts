import { AppError } from '@guildhall/kernel';
import type { FactSource, FeedFact } from './facts.ts';
import { within } from './within.ts';

type OnFact = (fact: FeedFact) => void;

export type FanOut = Readonly<{
  /** Calls back for every fact with this value; returns how to stop that. */
  subscribe(match: string, onFact: OnFact): Promise<() => void>;
  since(id: string, match: string): Promise<readonly FeedFact[] | undefined>;
  close(): Promise<void>;
}>;

/** One reader of the broker for all who follow the same facts. It opens with the first of them and then stays. */
export function fanOut(source: FactSource): FanOut {
  const followers = groups();
  const asked = new Map<string, Promise<readonly FeedFact[] | undefined>>();
  let listening: ReturnType<FactSource['listen']> | undefined;

  // While the broker is away opening goes on, and whoever comes later finds it open.
  const listen = async (): Promise<void> => {
    const opening = (listening ??= source.listen(followers.deliver));
    try {
      await within(openTimeoutMs, opening);
    } catch (error) {
      if (!(error instanceof AppError)) listening = undefined;
      throw error;
    }
  };

  // After a restart all come back at once, and most of them with the same last id.
  const ask = (id: string): Promise<readonly FeedFact[] | undefined> => {
    let answer = asked.get(id);
    if (answer === undefined) {
      answer = source.since(id).finally(() => asked.delete(id));
      asked.set(id, answer);
    }
    return answer;
  };

  return {
    subscribe: async (match, onFact) => {
      await listen();
      return followers.add(match, onFact);
    },
    since: async (id, match) => (await ask(id))?.filter((fact) => fact.match === match),
    close: async () => {
      const open = listening && (await within(openTimeoutMs, listening).catch(() => undefined));
      await open?.close();
    },
  };
}

const openTimeoutMs = 2_500;

/** The followers by the value that decides which facts are for them. */
function groups() {
  const byMatch = new Map<string, Set<OnFact>>();
  return {
    deliver: (fact: FeedFact): void => {
      for (const onFact of byMatch.get(fact.match) ?? []) onFact(fact);
    },
    add: (match: string, onFact: OnFact) => {
      const group = byMatch.get(match) ?? new Set();
      byMatch.set(match, group.add(onFact));
      return (): void => {
        group.delete(onFact);
        if (group.size === 0 && byMatch.get(match) === group) byMatch.delete(match);
      };
    },
  };
}
