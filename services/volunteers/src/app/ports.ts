import type { Principal } from '@guildhall/kernel';
import type { Audited } from '../domain/audit.ts';
import type { Book, BookFact, Where } from '../domain/book.ts';
import type { Connection, ConnectionFact } from '../domain/connection.ts';
import type { InviteLink, LinkFact } from '../domain/invite-link.ts';
import type { Mail } from '../domain/mail.ts';
import type { Scope } from '../domain/scope.ts';
import type { Task } from '../domain/task.ts';
import type { Volunteer, VolunteerFact } from '../domain/volunteer.ts';

/** Who asks, and from where. */
export type Caller = Readonly<{ principal: Principal; ip: string; userAgent: string }>;

/** What is stored with a change and leaves afterwards. */
export type Said = VolunteerFact | Audited | Mail;

export interface Volunteers {
  find(id: string): Promise<Volunteer | undefined>;
  /** By the id of the organisation. */
  named(volunteerId: string): Promise<Volunteer | undefined>;
  /** Who has not left and has this address. */
  withEmail(email: string): Promise<Volunteer | undefined>;
  withSlackUser(slackUserId: string): Promise<Volunteer | undefined>;
  /**
   * Stores the next version with what it says, due at a time of its own. Throws `stale` when somebody was faster, and
   * `volunteers.duplicate_volunteer_id`, `duplicate_email` or `slack_user_taken`.
   */
  save(volunteer: Volunteer, said: readonly Said[], dueAt: Date | undefined): Promise<void>;
  /**
   * Makes those that match due now, a version on, so that nobody stores what was decided before; what they are to become
   * is decided by the rules.
   */
  wake(which: Wake): Promise<void>;
  /** Who waits for a link, the longest first. */
  waitingForLink(limit: number): Promise<readonly string[]>;
}

export type Wake =
  | Readonly<{ roleKeys: readonly string[] }>
  /** Who was stopped by a system that could not be called. */
  | Readonly<{ held: true }>
  /** Who has a failed access to this channel. */
  | Readonly<{ failedIn: string }>;

export interface Books {
  /** The book as it is now. */
  read(): Promise<Book>;
  save(book: Book, said: readonly (BookFact | Audited)[]): Promise<void>;
}

export interface Links {
  find(id: string): Promise<InviteLink | undefined>;
  active(): Promise<InviteLink | undefined>;
  /** The latest first. */
  all(): Promise<readonly InviteLink[]>;
  /** Throws `stale`, and `conflict` for a second active one. */
  save(link: InviteLink, said: readonly (LinkFact | Audited | Mail)[]): Promise<void>;
  /** The address behind it. */
  urlOf(link: InviteLink): string;
  seal(linkId: string, url: string): Uint8Array;
}

export interface Connections {
  find(id: Connection['id']): Promise<Connection>;
  save(connection: Connection, said: readonly (ConnectionFact | Audited | Mail)[]): Promise<void>;
}

export interface Tasks {
  /** Opens a task, unless it is open; one that was done is opened anew. */
  open(task: Omit<Task, 'version' | 'state' | 'createdAt'>): Promise<void>;
  find(id: string): Promise<Task | undefined>;
  close(id: string, by: string): Promise<void>;
  list(which: Readonly<{ state: 'open' | 'done' | 'all'; volunteerId: string }>): Promise<readonly Task[]>;
}

/** Where a person manages volunteers. */
export interface Scopes {
  of(personId: string): Promise<Scope>;
  all(): Promise<readonly Manager[]>;
  /** Limits the person to these places; absent: to none any more. `said` makes what is stored with it. */
  set(
    personId: string,
    scopes: readonly Where[] | undefined,
    said: (version: number) => readonly Audited[],
  ): Promise<void>;
}

export type Manager = Readonly<{ personId: string; scopes: readonly Where[] }>;

/** What identity tells of people: their names, and the addresses that they proved to be theirs. */
export interface People {
  emailsOf(personId: string): Promise<readonly string[]>;
  namesOf(personIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  withEmail(email: string): Promise<string | undefined>;
}

/** A person as identity tells of them; `version` is the one there. */
export type KnownPerson = Readonly<{ id: string; displayName: string; emails: readonly string[]; version: number }>;
