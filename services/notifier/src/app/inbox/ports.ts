import type { Changed, Folder, InboxEntry } from '../../domain/inbox/entry.ts';

export type EntryQuery = Readonly<{
  personIds: readonly string[];
  folder: Folder;
  isUnread?: boolean;
  isUnseen?: boolean;
  limit: number;
  /** Behind this one. */
  after?: Readonly<{ placedAt: Date; id: string }>;
}>;

/** Keeps everybody's entries. */
export interface Entries {
  find(id: string): Promise<InboxEntry | undefined>;
  /** False when it is there already. */
  add(arrived: Changed): Promise<boolean>;
  /** Throws `stale` when somebody was faster. */
  save(changed: Changed): Promise<void>;
  remove(entry: Pick<InboxEntry, 'id' | 'version'>): Promise<void>;
  /** The latest placed first. */
  list(query: EntryQuery): Promise<readonly InboxEntry[]>;
  /** How many there are in the inbox, at most so many. */
  count(query: Pick<EntryQuery, 'personIds' | 'isUnread' | 'isUnseen'>, most: number): Promise<number>;
  idsOf(personIds: readonly string[]): Promise<readonly string[]>;
}

/** A person and those who were merged into them: one reads the entries of all. */
export type OwnIds = (personId: string) => Promise<readonly string[]>;
