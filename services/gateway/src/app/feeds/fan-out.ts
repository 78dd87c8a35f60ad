import type { FactSource, FeedFact } from './facts.ts';

type OnFact = (fact: FeedFact) => void;

export type FanOut = Readonly<{
  /** Calls back for every fact with this value; returns how to stop that. */
  subscribe(match: string, onFact: OnFact): Promise<() => void>;
  since(id: string, match: string): Promise<readonly FeedFact[] | undefined>;
  close(): Promise<void>;
}>;

/** One reader of the broker for all who follow the same facts. It opens with the first of them and then stays. */
export function fanOut(source: FactSource): FanOut {
  const followers = new Map<string, Set<OnFact>>();
  const asked = new Map<string, Promise<readonly FeedFact[] | undefined>>();
  let listening: ReturnType<FactSource['listen']> | undefined;

  const deliver = (fact: FeedFact): void => {
    for (const onFact of followers.get(fact.match) ?? []) onFact(fact);
  };

  const listen = async (): Promise<void> => {
    listening ??= source.listen(deliver);
    try {
      await listening;
    } catch (error) {
      listening = undefined;
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

  const leave = (match: string, onFact: OnFact): void => {
    const group = followers.get(match);
    group?.delete(onFact);
    if (group?.size === 0) followers.delete(match);
  };

  return {
    subscribe: async (match, onFact) => {
      await listen();
      const group = followers.get(match) ?? new Set();
      followers.set(match, group.add(onFact));
      return () => leave(match, onFact);
    },
    since: async (id, match) => (await ask(id))?.filter((fact) => fact.match === match),
    close: async () => (await listening?.catch(() => undefined))?.close(),
  };
}
