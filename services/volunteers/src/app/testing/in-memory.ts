import { AppError } from '@guildhall/kernel';
import type { Book, System } from '../../domain/book.ts';
import { type Connection, newConnection } from '../../domain/connection.ts';
import type { InviteLink } from '../../domain/invite-link.ts';
import type { Task } from '../../domain/task.ts';
import type { Books, Connections, Links, Manager, People, Scopes, Tasks } from '../ports.ts';
import { aBook } from './book.ts';
import { stale, type TestClock } from './clock.ts';

export const inMemoryBooks = (begin: Book = aBook()) => {
  let book = begin;
  const said: { type: string }[] = [];
  const books: Books = {
    read: async () => book,
    save: async (next, told) => {
      if (next.version !== book.version + 1) throw stale();
      book = next;
      said.push(...told);
    },
  };
  return { ...books, said, current: () => book };
};

export const inMemoryLinks = () => {
  const stored = new Map<string, InviteLink>();
  const said: { type: string }[] = [];
  const links: Links = {
    find: async (id) => stored.get(id),
    active: async () => [...stored.values()].find(({ status }) => status === 'active'),
    all: async () => [...stored.values()].toReversed(),
    save: async (link, told) => {
      await Promise.resolve();
      if ((stored.get(link.id)?.version ?? 0) !== link.version - 1) throw stale();
      const isSecond = [...stored.values()].some((one) => one.id !== link.id && one.status === 'active');
      if (link.status === 'active' && isSecond) throw new AppError('conflict', 'volunteers.link_active', 'Another.');
      stored.set(link.id, link);
      said.push(...told);
    },
    urlOf: ({ sealedUrl }) => Buffer.from(sealedUrl).toString(),
    seal: (_, url) => Buffer.from(url),
  };
  return { ...links, stored, said };
};

export const aLink = (id: string, change: Partial<InviteLink> = {}): InviteLink => ({
  id,
  version: 1,
  sealedUrl: Buffer.from(`https://join.slack.com/t/guild/${id}`),
  endsWith: id,
  cap: 2_000,
  takenBefore: 0,
  holders: [],
  joiners: [],
  status: 'active',
  warned: [],
  createdAt: new Date('2026-03-01T08:00:00Z'),
  createdBy: 'root',
  ...change,
});

export const inMemoryConnections = () => {
  const stored = new Map<System, Connection>();
  const said: { type: string }[] = [];
  const connections: Connections = {
    find: async (id) => stored.get(id) ?? newConnection(id),
    save: async (connection, told) => {
      if ((stored.get(connection.id)?.version ?? 0) !== connection.version - 1) throw stale();
      stored.set(connection.id, connection);
      said.push(...told);
    },
  };
  return { ...connections, stored, said };
};

export const inMemoryTasks = (clock: TestClock) => {
  const stored = new Map<string, Task>();
  const tasks: Tasks = {
    open: async (task) => {
      const known = stored.get(task.id);
      if (known?.state === 'open') return;
      const version = (known?.version ?? 0) + 1;
      stored.set(task.id, { ...task, version, state: 'open', createdAt: clock.now() });
    },
    find: async (id) => stored.get(id),
    close: async (id, doneBy) => {
      const known = stored.get(id);
      if (known?.state === 'open') stored.set(id, { ...known, state: 'done', doneAt: clock.now(), doneBy });
    },
    list: async ({ state }) => [...stored.values()].filter((task) => state === 'all' || task.state === state),
  };
  return { ...tasks, stored };
};

export const inMemoryScopes = () => {
  const managers = new Map<string, Manager['scopes']>();
  const said: { type: string }[] = [];
  const scopes: Scopes = {
    of: async (personId) => managers.get(personId),
    all: async () => [...managers].map(([personId, where]) => ({ personId, scopes: where })),
    set: async (personId, where, told) => {
      if (where) managers.set(personId, where);
      else managers.delete(personId);
      said.push(...told(1));
    },
  };
  return { ...scopes, managers, said };
};

export const inMemoryPeople = (
  known: readonly Readonly<{ id: string; name: string; emails: readonly string[] }>[] = [],
) => {
  const people: People = {
    emailsOf: async (id) => known.find((one) => one.id === id)?.emails ?? [],
    namesOf: async (ids) => new Map(known.filter(({ id }) => ids.includes(id)).map(({ id, name }) => [id, name])),
    withEmail: async (email) => known.find(({ emails }) => emails.includes(email))?.id,
  };
  return people;
};
