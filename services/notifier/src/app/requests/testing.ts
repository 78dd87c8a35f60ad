import { AppError } from '@guildhall/kernel';
import type { Chain } from '../../domain/requests/escalation.ts';
import type { Addressee, SendRequest } from '../../domain/requests/send-request.ts';
import type { Chains, Lists, Requests, Roles, TemplateBook, Topics } from './ports.ts';
import { PAGE_SIZE } from './read-source.ts';

// Honest stand-ins: they keep the same promises as the real adapters, minus the store.

type Versioned = Readonly<{ id: string; version: number }>;

function versioned<T extends Versioned>() {
  const stored = new Map<string, T>();
  const save = async (one: T): Promise<void> => {
    if ((stored.get(one.id)?.version ?? 0) !== one.version - 1) {
      throw new AppError('stale', 'store.stale_version', 'It has changed.');
    }
    stored.set(one.id, one);
  };
  return {
    stored,
    save,
    find: async (id: string) => stored.get(id),
    add: async (one: T) => {
      if (stored.has(one.id)) return false;
      await save(one);
      return true;
    },
  };
}

export const inMemoryRequests = (): Requests & Readonly<{ stored: Map<string, SendRequest> }> =>
  versioned<SendRequest>();

export const inMemoryChains = () => {
  const kept = versioned<Chain>();
  const asked: string[] = [];
  const of = (requestId: string) => [...kept.stored.values()].filter((one) => one.requestId === requestId);
  const chains: Chains = {
    ...kept,
    save: async (chain, step) => {
      await kept.save(chain);
      if (step !== undefined) asked.push(`${chain.id} ${step}`);
    },
    running: async (requestId, limit) =>
      of(requestId)
        .filter(({ status }) => status === 'running')
        .slice(0, limit)
        .map(({ id }) => id),
    tally: async (requestId) => ({
      all: of(requestId).length,
      answered: of(requestId).filter(({ status }) => status === 'answered').length,
    }),
    ofPerson: async (personId) =>
      [...kept.stored.values()].filter((one) => one.personId === personId).map(({ id }) => id),
  };
  return { ...chains, stored: kept.stored, asked };
};

export const inMemoryLists = () => {
  const kept = new Map<string, readonly Addressee[]>();
  const lists: Lists = {
    put: async (listId, addressees) => void kept.set(listId, addressees),
    page: async (listId, number) => (kept.get(listId) ?? []).slice(number * PAGE_SIZE, (number + 1) * PAGE_SIZE),
    drop: async (listId) => void kept.delete(listId),
  };
  return { ...lists, kept };
};

export const inMemoryTopics = (): Topics => {
  const kept = new Map<string, Set<string>>();
  const of = (topic: string): Set<string> => kept.get(topic) ?? new Set();
  return {
    add: async (topic, personIds) => {
      const before = of(topic);
      const after = new Set([...before, ...personIds]);
      kept.set(topic, after);
      return after.size - before.size;
    },
    remove: async (topic, personId) => void of(topic).delete(personId),
    page: async (topic, after, limit) => {
      const found = [...of(topic)].toSorted().filter((id) => id > after);
      const personIds = found.slice(0, limit);
      const last = personIds.at(-1);
      return { personIds, ...(found.length > limit && last !== undefined && { next: last }) };
    },
    list: async (after, limit) => {
      const keys = [...kept.keys()].toSorted().filter((key) => key > after && of(key).size > 0);
      const topics = keys.slice(0, limit).map((key) => ({ key, subscribers: of(key).size }));
      const last = topics.at(-1);
      return { topics, ...(keys.length > limit && last && { next: last.key }) };
    },
    forget: async (personId) => {
      for (const members of kept.values()) members.delete(personId);
    },
  };
};

/** One role, `steward`, which ada has. */
export const oneRole: Roles = {
  exists: async (_kind, name) => name === 'steward',
  page: async () => ({ addressees: [{ personId: 'ada' }] }),
};

/** One template, `news`, with words for mails and texts, and `call`, which asks for an answer. */
export const smallBook: TemplateBook = {
  channelsOf: (template) => (template === 'news' || template === 'call' ? ['email', 'sms'] : undefined),
  faultsOf: (_template, variables) => ('title' in variables ? [] : [{ name: 'title', detail: 'is required' }]),
  takesSecrets: () => false,
  takesAnswerLink: (template) => template === 'call',
};
