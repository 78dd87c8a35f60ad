import { AppError } from '@guildhall/kernel';
import type { Agenda } from '../../domain/agenda.ts';
import type { Errand } from '../../domain/errand.ts';
import type { ReminderRun, ReminderSend, RunFact } from '../../domain/reminder.ts';
import type { Site } from '../../domain/site.ts';
import type { Watch, WatchFact } from '../../domain/watch.ts';
import type { Links } from '../links.ts';
import { addressesAt } from '../sites/draw-poster.ts';
import { aRegister, inMemoryPeople } from '../testing.ts';
import { askRunHandler } from './ask-run.ts';
import type { Agendas, ReminderRuns, ReminderSends, Watches } from './ports.ts';

type Kept = Readonly<{ id: string; version: number }>;

/** Keeps the promise of versions, as the store does. */
const versioned = <Item extends Kept>() => {
  const stored = new Map<string, Item>();
  const put = async (item: Item): Promise<void> => {
    await Promise.resolve();
    const known = stored.get(item.id)?.version ?? 0;
    if (known !== item.version - 1) throw new AppError('stale', 'store.stale_version', 'Someone was faster.');
    stored.set(item.id, item);
  };
  return { stored, put, find: async (id: string) => stored.get(id), all: () => [...stored.values()] };
};

export const inMemoryRuns = () => {
  const { stored, put, find, all } = versioned<ReminderRun>();
  const facts: RunFact[] = [];
  const runs: ReminderRuns = {
    find,
    of: async (siteId, limit, before) =>
      all()
        .filter((run) => run.siteId === siteId && (!before || run.id < before))
        .sort((a, b) => (a.id < b.id ? 1 : -1))
        .slice(0, limit),
    save: async (run, caused) => {
      await put(run);
      facts.push(...caused);
    },
  };
  return { ...runs, stored, facts };
};

export const inMemorySends = () => {
  const { stored, put, find, all } = versioned<ReminderSend>();
  const errands: Errand[] = [];
  const sends: ReminderSends = {
    find,
    of: async (runId) => all().filter((send) => send.runId === runId),
    save: async (send, caused) => {
      await put(send);
      errands.push(...caused);
    },
    forget: async (personId) => {
      for (const send of all()) if (send.personId === personId) stored.delete(send.id);
    },
  };
  return { ...sends, stored, errands };
};

export const inMemoryAgendas = () => {
  const { stored, put, find } = versioned<Agenda>();
  const errands: Errand[] = [];
  const agendas: Agendas = {
    find,
    save: async (agenda, caused) => {
      await put(agenda);
      errands.push(...caused);
    },
  };
  return { ...agendas, stored, errands };
};

export const inMemoryWatches = () => {
  const { stored, put, find } = versioned<Watch>();
  const caused: (WatchFact | Errand)[] = [];
  const dueAt = new Map<string, Date | undefined>();
  const watches: Watches = {
    find,
    save: async (watch, more, due) => {
      await put(watch);
      caused.push(...more);
      dueAt.set(watch.id, due);
    },
  };
  return { ...watches, stored, caused, dueAt };
};

/** Links that anybody could make: who may is shown where they are signed. */
export const plainLinks: Links = {
  sign: (purpose, claims, until) =>
    Buffer.from(JSON.stringify([purpose, claims, until.getTime()])).toString('base64url'),
  read: (purpose, token, now) => {
    const parts = partsOf(token);
    return parts && parts[0] === purpose && now.getTime() < parts[2] ? parts[1] : undefined;
  },
};

function partsOf(token: string): [string, Readonly<Record<string, string>>, number] | undefined {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString()) as ReturnType<typeof partsOf>;
  } catch {
    return undefined;
  }
}

/** A register in memory that reminds. */
export const aRemindingRegister = (start: string, site?: Site) => {
  const register = aRegister(start, site);
  const runs = inMemoryRuns();
  const sends = inMemorySends();
  const people = inMemoryPeople();
  const agendas = inMemoryAgendas();
  const deps = {
    ...register,
    runs,
    sends,
    people,
    agendas,
    links: plainLinks,
    addresses: addressesAt('https://g.test'),
  };
  return { ...deps, askRun: askRunHandler(deps) };
};
