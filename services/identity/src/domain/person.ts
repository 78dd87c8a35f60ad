import type { Decision } from '@guildhall/kernel';
import type { Method } from './contact.ts';
import { fold } from './fold.ts';
import type { Names } from './names.ts';
import { administrator } from './roles.ts';

export type PersonKind = 'staff' | 'contractor' | 'visitor';
export type PersonStatus = 'active' | 'disabled' | 'merged' | 'erased';
export type PersonSource = 'sign-up' | 'administrator' | 'directory';

/** What a person's page shows of a contact; the contact itself says whose it is. */
export type OwnContact = Readonly<{ id: string; method: Method; value: string; verifiedAt: Date }>;

export type Person = Readonly<{
  id: string;
  version: number;
  handle: string;
  firstName: string;
  lastName: string;
  kind: PersonKind;
  status: PersonStatus;
  roles: readonly string[];
  flags: Readonly<Record<string, boolean>>;
  contacts: readonly OwnContact[];
  createdAt: Date;
  /** IANA; empty for the organisation's. */
  timeZone: string;
  /** BCP 47; empty for the organisation's. */
  locale: string;
  /** Where messages go first; empty for nowhere in particular. */
  preferredContactId: string;
  /** Whether reminders may be sent. */
  reminders: boolean;
  /** Whether others may see when this person is inside. */
  visible: boolean;
  source: PersonSource;
  /** Whom the directory knows them as, for who came from there. */
  directoryId?: string;
  lastVisitDate?: string;
  lastLoginAt?: Date;
  /** The merge that is under way with this person. */
  mergeId?: string;
  /** Whom this person became. */
  mergedInto?: string;
  /** Since when there is nothing left of them; `isCleared` once what belonged to them is gone too. */
  erasedAt?: Date;
  isCleared?: boolean;
  leftContactIds?: readonly string[];
  /** Whether it was ever said how they are reached. */
  isReachSaid: boolean;
  /** Sessions and tokens made before this open nothing: disabling ends them at once, however many there are. */
  credentialsFrom: Date;
}>;

export type PersonFact =
  | Readonly<{ type: 'person-created'; person: Person; at: Date }>
  | Readonly<{ type: 'contact-verified'; person: Person; contactId: string; at: Date }>
  | Readonly<{ type: 'person-updated'; person: Person; at: Date }>
  | Readonly<{ type: 'person-reachable'; person: Person; at: Date }>
  | Readonly<{ type: 'person-erased'; person: Person; at: Date }>;

type NewPerson = Pick<Person, 'id' | 'handle' | 'firstName' | 'lastName' | 'kind' | 'roles' | 'contacts'> &
  Partial<Pick<Person, 'timeZone' | 'locale' | 'source' | 'directoryId'>>;

/** What a person has who never said otherwise, as those kept from before these could be said. */
export const unsaid = {
  timeZone: '',
  locale: '',
  preferredContactId: '',
  reminders: true,
  visible: false,
  source: 'sign-up',
  isReachSaid: false,
} as const;

export function createPerson(fields: NewPerson, at: Date): Decision<Person, PersonFact> {
  const begun = { version: 1, status: 'active', flags: { ricked: false }, createdAt: at, credentialsFrom: at } as const;
  const person: Person = { ...unsaid, ...fields, ...begun, isReachSaid: true };
  const verified = fields.contacts.map(({ id }) => ({ type: 'contact-verified' as const, person, contactId: id, at }));
  return {
    next: person,
    facts: [{ type: 'person-created', person, at }, ...verified, { type: 'person-reachable', person, at }],
  };
}

/** What a person says about how they want to be treated. */
export type Preferences = Pick<Person, 'timeZone' | 'locale' | 'preferredContactId' | 'reminders' | 'visible'>;
export type PersonChange = Partial<Names & Pick<Person, 'kind' | 'status' | 'roles' | 'flags'> & Preferences>;

/** Undefined when nothing would change: then there is nothing to store and nothing to tell. */
export function changePerson(
  current: Person,
  change: PersonChange,
  at: Date,
): Decision<Person, PersonFact> | undefined {
  const isNews = changedFields(current, change).length > 0;
  if (!isNews) return undefined;
  const isDisabling = change.status === 'disabled' && current.status === 'active';
  const credentials = isDisabling ? { credentialsFrom: new Date(at.getTime() + 1) } : {};
  return told(current, { ...change, ...credentials }, at);
}

/** The next version, with what there is to tell of the difference. */
export function told(current: Person, change: Partial<Person>, at: Date): Decision<Person, PersonFact> {
  const isNewsOfReach = JSON.stringify(reachOf({ ...current, ...change })) !== JSON.stringify(reachOf(current));
  const isTelling = isNewsOfReach || !current.isReachSaid;
  const person: Person = { ...current, ...change, isReachSaid: true, version: current.version + 1 };
  const reachable = isTelling ? [{ type: 'person-reachable' as const, person, at }] : [];
  return { next: person, facts: [{ type: 'person-updated', person, at }, ...reachable] };
}

/** How a person is reached; nothing is sent to who is not active any more. */
export const reachOf = (person: Person) => ({
  firstName: person.firstName,
  lastName: person.lastName,
  isActive: person.status === 'active',
  locale: person.locale,
  timeZone: person.timeZone,
  preferredContactId: person.preferredContactId,
  contacts: person.status === 'active' ? person.contacts.map(({ id, method, value }) => ({ id, method, value })) : [],
});

export const changedFields = (current: Person, change: PersonChange): readonly (keyof PersonChange)[] =>
  (Object.keys(change) as (keyof PersonChange)[]).filter(
    (field) => JSON.stringify(sorted(change[field])) !== JSON.stringify(sorted(current[field])),
  );

/** Somebody else now, or nobody: not to be shown, changed or let in. */
export const isGone = ({ status }: Pick<Person, 'status'>): boolean => status === 'merged' || status === 'erased';

export const isAdministrator = ({ status, roles }: Pick<Person, 'status' | 'roles'>): boolean =>
  status === 'active' && roles.includes(administrator);

/** Whether something this person received at `since` may still open anything. */
export const mayEnter = ({ status, credentialsFrom }: Person, since: Date): boolean =>
  status === 'active' && since >= credentialsFrom;

/** Where a person stands in the order of names; the id keeps two of the same name apart. */
export const sortNameOf = ({ lastName, firstName }: Names): string => `${fold(lastName)}\u0001${fold(firstName)}`;

/** What a search looks through. */
export const searchTextOf = ({ firstName, lastName, handle }: Names & Pick<Person, 'handle'>): string =>
  `${fold(firstName)} ${fold(lastName)} ${handle}`;

const sorted = (value: PersonChange[keyof PersonChange]): unknown =>
  typeof value === 'object' ? Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)) : value;

const dayMs = 24 * 3_600_000;

/** When what is left of an erased person wants to be looked at: at once while something of theirs is there, then to go. */
export const dueOf = ({ erasedAt, isCleared }: Person): Date | undefined =>
  erasedAt && (isCleared ? new Date(erasedAt.getTime() + 2 * dayMs) : erasedAt);
