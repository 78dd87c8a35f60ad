import type { Category, Message } from '../message.ts';

/** Where an entry stands: in the inbox, in the archive, or out of sight until its snooze is over. */
export type Folder = 'inbox' | 'archived' | 'snoozed';

/** A message as the person finds it in the application. */
export type InboxEntry = Readonly<{
  /** The message's own. */
  id: string;
  version: number;
  personId: string;
  category: Category;
  title: string;
  body: string;
  /** A path of the application, or an https address. */
  link?: string;
  at: Date;
  folder: Folder;
  /** Where it stands among the others: when it came, or came back. */
  placedAt: Date;
  seenAt?: Date;
  readAt?: Date;
  archivedAt?: Date;
  snoozedUntil?: Date;
}>;

export type InboxChange = 'added' | 'read' | 'unread' | 'seen' | 'snoozed' | 'returned' | 'archived' | 'unarchived';

export type InboxFact = Readonly<{ change: InboxChange; entry: InboxEntry; at: Date }>;
/** What a change makes of an entry. */
export type Changed = Readonly<{ next: InboxEntry; facts: readonly InboxFact[] }>;
/** Undefined where it changes nothing. */
export type Change = (entry: InboxEntry, at: Date) => Changed | undefined;

type Words = Readonly<{ title: string; text: string; link?: string }>;

const DAY_MS = 24 * 3_600_000;
/** How long an entry is kept, whatever was done with it. */
const KEPT_MS = 180 * DAY_MS;
const LONGEST_SNOOZE_MS = 366 * DAY_MS;

export function arrive(message: Pick<Message, 'id' | 'to' | 'category'>, words: Words, at: Date): Changed {
  const { id, to: personId, category } = message;
  const { title, text: body, link } = words;
  const placed = { at, placedAt: at, folder: 'inbox' as const };
  const next: InboxEntry = { id, version: 1, personId, category, title, body, ...(link && { link }), ...placed };
  return { next, facts: [{ change: 'added', entry: next, at }] };
}

export const read: Change = (entry, at) =>
  entry.readAt ? undefined : told('read', { ...entry, readAt: at, seenAt: entry.seenAt ?? at }, at);

export const unread: Change = (entry, at) => {
  const { readAt, ...rest } = entry;
  return readAt && told('unread', rest, at);
};

export const see: Change = (entry, at) => (entry.seenAt ? undefined : told('seen', { ...entry, seenAt: at }, at));

export const archive: Change = (entry, at) => {
  const { snoozedUntil: _awake, ...rest } = entry;
  return entry.folder === 'archived'
    ? undefined
    : told('archived', { ...rest, folder: 'archived', archivedAt: at }, at);
};

/** Back into the inbox, where it was. */
export const unarchive: Change = (entry, at) => {
  const { archivedAt: _archived, snoozedUntil: _snoozed, ...rest } = entry;
  return entry.folder === 'inbox' ? undefined : told('unarchived', { ...rest, folder: 'inbox' }, at);
};

export const snooze =
  (until: Date): Change =>
  (entry, at) => {
    const { archivedAt: _archived, ...rest } = entry;
    if (entry.snoozedUntil?.getTime() === until.getTime()) return undefined;
    return told('snoozed', { ...rest, folder: 'snoozed', snoozedUntil: until }, at);
  };

/** Why nobody can snooze until then; undefined when one can. */
export function snoozeFault(until: Date, at: Date): string | undefined {
  if (until <= at) return 'must be in the future';
  return until.getTime() - at.getTime() > LONGEST_SNOOZE_MS ? 'must be within a year' : undefined;
}

/** A snooze is over: it stands on top again, as if it were new. */
export function comeBack(entry: InboxEntry, at: Date): Changed {
  const { snoozedUntil: _over, readAt: _read, seenAt: _seen, ...rest } = entry;
  return told('returned', { ...rest, folder: 'inbox', placedAt: at }, at);
}

/** When something is to be done with it: it comes back, or it is removed. */
export const entryDueAt = (entry: InboxEntry): Date => entry.snoozedUntil ?? removedAt(entry);

export const isToComeBack = ({ folder, snoozedUntil }: InboxEntry, at: Date): boolean =>
  folder === 'snoozed' && snoozedUntil !== undefined && snoozedUntil <= at;

export const isToBeRemoved = (entry: InboxEntry, at: Date): boolean => removedAt(entry) <= at;

// What comes back late is kept long enough to be read.
const removedAt = ({ placedAt }: InboxEntry): Date => new Date(placedAt.getTime() + KEPT_MS);

function told(change: InboxChange, entry: InboxEntry, at: Date): Changed {
  const next = { ...entry, version: entry.version + 1 };
  return { next, facts: [{ change, entry: next, at }] };
}
