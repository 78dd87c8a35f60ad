import { type TestClock, testClock } from '@guildhall/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { callerOf, comeIn, type InMemoryIdentity, inMemoryIdentity, prove } from '../testing.ts';
import type { CreatePerson } from './create-person.ts';

const root = callerOf('root');
let clock: TestClock;
let identity: InMemoryIdentity;
beforeEach(() => {
  clock = testClock('2026-03-02T08:55:00Z');
  identity = inMemoryIdentity(clock);
});

const create = (change: Partial<CreatePerson> = {}) =>
  identity.createPerson({ firstName: 'Bob', lastName: 'Moog', roles: [], contacts: [], caller: root, ...change });
const contact = (value: string) => ({ method: 'email', value }) as const;
const update = (personId: string, change: Parameters<typeof identity.updatePerson>[0]['change']) =>
  identity.updatePerson({ personId, change, caller: root });

describe('creating a person', () => {
  it('vouches for their contacts, which then sign in at once', async () => {
    const person = await create({ contacts: [contact('Bob@Example.org'), { method: 'sms', value: '+447700900123' }] });

    expect(person).toMatchObject({ kind: 'staff', roles: ['member'], handle: 'bob.moog', source: 'administrator' });
    expect(await prove(identity, 'bob@example.org')).toMatchObject({ status: 'signed-in', person: { id: person.id } });
    expect(identity.recorded[0]).toMatchObject({ action: 'person.created', actorId: 'root', via: 'admin' });
  });

  it('refuses a contact that somebody has, and makes nobody', async () => {
    await comeIn(identity, 'ada@example.org', 'Ada', 'Lovelace');
    clock.advance(3_600_000);

    const taken = create({ contacts: [contact('new@example.org'), contact('ada@example.org')] });

    await expect(taken).rejects.toMatchObject({
      kind: 'conflict',
      code: 'identity.contact_taken',
      errors: [expect.objectContaining({ pointer: '/contacts/1/value' })],
    });
    expect(identity.people.all()).toHaveLength(1);
    expect(identity.contacts.all()).toHaveLength(1);
  });

  it('gives a contact to one of two who want it at once', async () => {
    const both = await Promise.allSettled([1, 2].map(() => create({ contacts: [contact('bob@example.org')] })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(identity.people.all()).toHaveLength(1);
  });

  it('takes over a contact whose person never came to be, a minute later', async () => {
    const { save } = identity.people;
    identity.people.save = () => Promise.reject(new Error('crash'));
    await create({ contacts: [contact('bob@example.org')] }).catch(() => undefined);
    identity.people.save = save;

    await expect(create({ contacts: [contact('bob@example.org')] })).rejects.toMatchObject({ kind: 'conflict' });
    clock.advance(60_000);
    await expect(create({ contacts: [contact('bob@example.org')] })).resolves.toBeDefined();
  });

  it('voids a registration that was under way for the contact', async () => {
    const proven = await prove(identity, 'bob@example.org');
    await create({ contacts: [contact('bob@example.org')] });
    const registrationToken = proven.status === 'needs-name' ? proven.registrationToken : '';
    const registering = identity.register({ registrationToken, firstName: 'B', lastName: 'M', caller: callerOf('') });
    await expect(registering).rejects.toMatchObject({ code: 'identity.registration_expired' });
  });

  it('refuses names, roles and contacts that cannot stand', async () => {
    await expect(create({ firstName: '\u202E' })).rejects.toMatchObject({ code: 'identity.invalid_name' });
    await expect(create({ roles: ['adminstrator'] })).rejects.toMatchObject({ code: 'identity.unknown_role' });
    await expect(create({ contacts: [contact('bob')] })).rejects.toMatchObject({
      errors: [expect.objectContaining({ pointer: '/contacts/0/value' })],
    });
  });
});

describe('updating a person', () => {
  it('changes what is named, tells it and records who did it', async () => {
    const { id } = await create();
    const person = await update(id, { lastName: ' Möog ', roles: ['reception'], flags: { ricked: true } });

    expect(person).toMatchObject({ firstName: 'Bob', lastName: 'Möog', handle: 'bob.moog', roles: ['reception'] });
    expect(identity.facts.slice(-2).map(({ type }) => type)).toEqual(['person-updated', 'person-reachable']);
    const actions = identity.recorded.slice(1).map(({ action }) => action);
    expect(actions).toEqual(['person.roles_changed', 'person.flags_changed', 'person.names_changed']);
  });

  it('tells and records nothing when nothing changes', async () => {
    const { id } = await create();
    const told = identity.facts.length;
    await update(id, { firstName: 'Bob' });
    expect([identity.facts.length, identity.recorded.length]).toEqual([told, 1]);
  });

  it('ends every session and the token of somebody it disables', async () => {
    const { person } = await comeIn(identity, 'ada@example.org', 'Ada', 'Lovelace');
    await identity.createAccessToken({ caller: callerOf(person.id) });
    await update(person.id, { status: 'disabled' });
    expect(
      identity.facts
        .slice(-4)
        .map(({ type }) => type)
        .sort(),
    ).toEqual(['person-reachable', 'person-updated', 'session-revoked', 'token-revoked']);
  });

  it('does not know people who are not there', async () => {
    await expect(update('nobody', {})).rejects.toMatchObject({ kind: 'not-found', code: 'identity.person_not_found' });
  });
});

describe('the last administrator', () => {
  const lastOne = { kind: 'conflict', code: 'identity.last_administrator' };

  it('can neither be disabled nor lose the role', async () => {
    const { id } = await create({ roles: ['administrator'] });
    await expect(update(id, { status: 'disabled' })).rejects.toMatchObject(lastOne);
    await expect(update(id, { roles: ['member'] })).rejects.toMatchObject(lastOne);
    expect(await identity.getPerson({ personId: id })).toMatchObject({ status: 'active', roles: ['administrator'] });
  });

  it('may go once there is another', async () => {
    const { id } = await create({ roles: ['administrator'] });
    await create({ roles: ['administrator'] });
    await expect(update(id, { status: 'disabled' })).resolves.toMatchObject({ status: 'disabled' });
  });

  it('is whoever is left when two give up the role at once', async () => {
    const people = [await create({ roles: ['administrator'] }), await create({ roles: ['administrator'] })];
    const both = await Promise.allSettled(people.map(({ id }) => update(id, { roles: [] })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('updating oneself', () => {
  it('changes the names and records it', async () => {
    const { person } = await comeIn(identity, 'ada@example.org', 'Ada', 'Lovelace');
    const caller = callerOf(person.id);
    expect(await identity.updateMe({ change: { lastName: 'Byron' }, caller })).toMatchObject({
      firstName: 'Ada',
      lastName: 'Byron',
    });
    expect(identity.recorded.at(-1)).toMatchObject({ action: 'person.names_changed', actorId: person.id, via: 'web' });
  });
});

describe('ensuring an administrator', () => {
  it('makes one who signs in by that address, once, whoever else tries', async () => {
    await Promise.all([1, 2, 3].map(() => identity.ensureAdministrator('Admin@example.org')));
    await identity.ensureAdministrator('admin@example.org');

    expect(identity.people.all()).toEqual([
      expect.objectContaining({ roles: ['member', 'administrator'], status: 'active' }),
    ]);
    expect(await prove(identity, 'admin@example.org')).toMatchObject({ status: 'signed-in' });
  });

  it('promotes somebody who is there already', async () => {
    const { person } = await comeIn(identity, 'ada@example.org', 'Ada', 'Lovelace');
    await identity.ensureAdministrator('ada@example.org');
    expect(await identity.getPerson({ personId: person.id })).toMatchObject({ roles: ['member', 'administrator'] });
  });
});

describe('listing people', () => {
  beforeEach(async () => {
    for (const [firstName, lastName] of [
      ['Zoë', 'Ång'],
      ['Adam', 'Angel'],
      ['Ada', 'Ang'],
      ['Ada', 'Ang'],
    ] as const) {
      await create({ firstName, lastName });
    }
  });
  const list = (query = '', pageSize = 0, pageToken = '') => identity.listPeople({ query, pageSize, pageToken });

  it('goes through everybody page by page, in the order of names', async () => {
    const names: string[] = [];
    let pageToken: string | undefined = '';
    while (pageToken !== undefined) {
      const page: Awaited<ReturnType<typeof list>> = await list('', 1, pageToken);
      names.push(...page.people.map(({ handle }) => handle));
      pageToken = page.nextPageToken;
    }
    expect(names).toEqual(['ada.ang', 'ada.ang.1', 'zoe.ang', 'adam.angel']);
  });

  it('finds parts of names without accents, in any order of words', async () => {
    expect((await list('ang zoe')).people.map(({ handle }) => handle)).toEqual(['zoe.ang']);
    expect((await list('ÅNGEL')).people.map(({ handle }) => handle)).toEqual(['adam.angel']);
  });

  it.each(['%%%', 'e30', Buffer.from('[1,2]').toString('base64url')])('refuses the page token %j', async (token) => {
    await expect(list('', 0, token)).rejects.toMatchObject({ kind: 'malformed', code: 'identity.bad_page_token' });
  });
});
