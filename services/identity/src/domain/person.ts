import type { Decision } from '@guildhall/kernel';
import type { Method } from './contact.ts';
import { fold } from './fold.ts';
import type { Names } from './names.ts';
import { administrator } from './roles.ts';

export type PersonKind = 'staff' | 'contractor' | 'visitor';
export type PersonStatus = 'active' | 'disabled';

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
  /** Sessions and tokens made before this open nothing: disabling ends them at once, however many there are. */
  credentialsFrom: Date;
}>;

export type PersonFact =
  | Readonly<{ type: 'person-created'; person: Person; at: Date }>
  | Readonly<{ type: 'contact-verified'; person: Person; contactId: string; at: Date }>
  | Readonly<{ type: 'person-updated'; person: Person; at: Date }>;

type NewPerson = Pick<Person, 'id' | 'handle' | 'firstName' | 'lastName' | 'kind' | 'roles' | 'contacts'>;

export function createPerson(fields: NewPerson, at: Date): Decision<Person, PersonFact> {
  const flags = { ricked: false };
  const person: Person = { ...fields, version: 1, status: 'active', flags, createdAt: at, credentialsFrom: at };
  const verified = fields.contacts.map(({ id }) => ({ type: 'contact-verified' as const, person, contactId: id, at }));
  return { next: person, facts: [{ type: 'person-created', person, at }, ...verified] };
}

export type PersonChange = Partial<Names & Pick<Person, 'kind' | 'status' | 'roles' | 'flags'>>;

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
  const person: Person = { ...current, ...change, ...credentials, version: current.version + 1 };
  return { next: person, facts: [{ type: 'person-updated', person, at }] };
}

export const changedFields = (current: Person, change: PersonChange): readonly (keyof PersonChange)[] =>
  (Object.keys(change) as (keyof PersonChange)[]).filter(
    (field) => JSON.stringify(sorted(change[field])) !== JSON.stringify(sorted(current[field])),
  );

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
