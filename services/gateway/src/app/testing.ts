import type { FactSource, FeedFact } from './feeds/facts.ts';
import type { KeyRecord, KeyRecords } from './idempotency/records.ts';
import type { HitLogs } from './limits/limiter.ts';

/** Idempotency keys in memory, with the promises of the stored ones. */
export function memoryKeyRecords(): KeyRecords {
  const records = new Map<string, KeyRecord & Readonly<{ version: number }>>();
  return {
    find: async (id) => records.get(id),
    save: async (id, version, record) => {
      if ((records.get(id)?.version ?? 0) !== version - 1) return false;
      records.set(id, { ...record, version });
      return true;
    },
    remove: async (id, version) => {
      if (records.get(id)?.version === version) records.delete(id);
    },
  };
}

export function memoryHitLogs(): HitLogs {
  const logs = new Map<string, Readonly<{ version: number; hits: readonly number[] }>>();
  return {
    find: async (key) => logs.get(key),
    save: async (key, version, hits) => {
      if ((logs.get(key)?.version ?? 0) !== version - 1) return false;
      logs.set(key, { version, hits });
      return true;
    },
  };
}

/** A stream in memory: what is said reaches who listens, and is there for who comes back. */
export function memoryFacts(): FactSource &
  Readonly<{ say(fact: FeedFact): void; readers(): number; asked(): number }> {
  const said: FeedFact[] = [];
  const listeners = new Set<(fact: FeedFact) => void>();
  let asked = 0;
  return {
    listen: async (onFact) => {
      listeners.add(onFact);
      return { close: async () => void listeners.delete(onFact) };
    },
    since: async (id) => {
      asked++;
      const index = said.findIndex((fact) => fact.id === id);
      return index === -1 ? undefined : said.slice(index + 1);
    },
    say: (fact) => {
      said.push(fact);
      for (const listener of listeners) listener(fact);
    },
    readers: () => listeners.size,
    asked: () => asked,
  };
}
