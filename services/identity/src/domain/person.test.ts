import { describe, expect, it } from 'vitest';
import {
  changePerson,
  createPerson,
  isAdministrator,
  mayEnter,
  type Person,
  searchTextOf,
  sortNameOf,
} from './person.ts';

const at = new Date('2026-03-02T08:55:00Z');
const later = new Date('2026-03-02T09:55:00Z');
const contact = { id: 'k1', method: 'email', value: 'ada@example.org', verifiedAt: at } as const;
const created = createPerson(
  {
    id: 'p1',
    handle: 'ada.lovelace',
    firstName: 'Ada',
    lastName: 'Lovelace',
    kind: 'staff',
    roles: ['member'],
    contacts: [contact],
  },
  at,
);
const ada: Person = created.next;

describe('createPerson', () => {
  it('tells of the person and of each contact', () => {
    expect(created.facts.map(({ type }) => type)).toEqual(['person-created', 'contact-verified', 'person-reachable']);
    expect(ada).toMatchObject({ version: 1, status: 'active', flags: { ricked: false } });
  });
});

describe('changePerson', () => {
  it('makes a new version and tells of it', () => {
    const decision = changePerson(ada, { lastName: 'Byron' }, later);
    expect(decision?.next).toMatchObject({ lastName: 'Byron', version: 2, credentialsFrom: at });
    expect(decision?.facts).toEqual([
      expect.objectContaining({ type: 'person-updated', person: decision?.next }),
      expect.objectContaining({ type: 'person-reachable', person: decision?.next }),
    ]);
  });

  it('is nothing when nothing changes, whatever the order of flags', () => {
    expect(changePerson(ada, { firstName: 'Ada', roles: ['member'], flags: { ricked: false } }, later)).toBeUndefined();
    const two = { ...ada, flags: { a: true, b: false } };
    expect(changePerson(two, { flags: { b: false, a: true } }, later)).toBeUndefined();
  });

  it('says how somebody is reached with what changes it, or when it was never said, and not otherwise', () => {
    const factsOf = (current: Person, change: Parameters<typeof changePerson>[1]) =>
      changePerson(current, change, later)?.facts.map(({ type }) => type);
    expect(factsOf(ada, { roles: ['reception'] })).toEqual(['person-updated']);
    expect(factsOf(ada, { visible: true, reminders: false })).toEqual(['person-updated']);
    expect(factsOf(ada, { locale: 'fr' })).toEqual(['person-updated', 'person-reachable']);
    expect(factsOf({ ...ada, isReachSaid: false }, { roles: [] })).toEqual(['person-updated', 'person-reachable']);
  });

  it('voids every session and token by disabling', () => {
    const disabled = changePerson(ada, { status: 'disabled' }, later)!.next;
    const back = changePerson(disabled, { status: 'active' }, new Date('2026-03-03T00:00:00Z'))!.next;

    expect(mayEnter(ada, at)).toBe(true);
    expect(mayEnter(disabled, at)).toBe(false);
    expect(mayEnter(back, later)).toBe(false);
    expect(mayEnter(back, new Date('2026-03-03T00:00:00Z'))).toBe(true);
  });
});

it('only an active person with the role administers', () => {
  expect(isAdministrator(ada)).toBe(false);
  expect(isAdministrator({ status: 'active', roles: ['administrator'] })).toBe(true);
  expect(isAdministrator({ status: 'disabled', roles: ['administrator'] })).toBe(false);
});

it('people stand by last name, then first name, without accents', () => {
  const names = [
    { firstName: 'Zoë', lastName: 'Ång' },
    { firstName: 'Adam', lastName: 'Angel' },
    { firstName: 'Ada', lastName: 'Ang' },
  ];
  const sorted = names.toSorted((a, b) => (sortNameOf(a) < sortNameOf(b) ? -1 : 1));
  expect(sorted.map(({ firstName }) => firstName)).toEqual(['Ada', 'Zoë', 'Adam']);
});

it('a search looks through folded names and the handle', () => {
  expect(searchTextOf({ firstName: 'Zoë', lastName: 'Weiß', handle: 'zoe.weiss.1' })).toBe('zoe weiss zoe.weiss.1');
});
