import { type TestClock, testClock } from '@guildhall/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { anonymousCaller, lastCode, prove } from '../testing.ts';
import { arrive, type InMemoryWorld, inMemoryWorld } from '../world.testing.ts';

type Arrived = Awaited<ReturnType<typeof arrive>>;
let clock: TestClock;
let world: InMemoryWorld;
let ada: Arrived;
let cy: Arrived;
beforeEach(async () => {
  clock = testClock('2026-03-02T08:55:00Z');
  world = inMemoryWorld(clock);
  [ada, cy] = [await arrive(world, 'Ada'), await arrive(world, 'Cy')];
});

const add = (value: string, { caller }: Arrived = ada, method: 'email' | 'sms' = 'email') =>
  world.addContact({ method, value, caller });
const verify = (challengeId: string, { caller }: Arrived = ada, code = lastCode(world)) =>
  world.verifyContact({ challengeId, code, caller });
const addresses = async ({ person }: Arrived) =>
  (await world.people.find(person.id))?.contacts.map(({ value }) => value);
const bind = (token: string, { person }: Arrived) => world.bindPushToken({ personId: person.id, token });

describe('D32: a further contact', () => {
  it('is the person’s once its code is proven, and signs them in', async () => {
    const { id } = await add('+447700900123', ada, 'sms');
    expect(await addresses(ada)).toHaveLength(1);
    const person = await verify(id);
    expect(person.contacts.map(({ value }) => value)).toEqual(['ada@example.org', '+447700900123']);
    expect(world.facts.slice(-3).map(({ type }) => type)).toEqual([
      'person-updated',
      'person-reachable',
      'contact-verified',
    ]);
    expect(world.recorded.at(-1)).toMatchObject({ action: 'contact.added' });
  });

  it('is asked for alike whether somebody has it, and refused to who proves it', async () => {
    clock.advance(60_000);
    const free = await add('new@example.org');
    const taken = await add('cy@example.org');
    expect(Object.keys(taken)).toEqual(Object.keys(free));
    await expect(verify(taken.id)).rejects.toMatchObject({ code: 'identity.contact_taken' });
    expect(await addresses(ada)).toEqual(['ada@example.org']);
  });

  it('is proven by nobody but who asked, and its code opens nothing else', async () => {
    const { id } = await add('new@example.org');
    const code = lastCode(world);
    await expect(verify(id, cy, code)).rejects.toMatchObject({ code: 'identity.challenge_not_found' });
    const signIn = world.verifyChallenge({ challengeId: id, code, caller: anonymousCaller });
    await expect(signIn).rejects.toMatchObject({ code: 'identity.challenge_not_found' });
    await expect(verify(id, ada, code)).resolves.toBeDefined();
  });

  it('is not proven by a code that was asked for to sign in', async () => {
    clock.advance(60_000);
    const { id } = await world.createChallenge({ method: 'email', value: 'cy@example.org' });
    await expect(verify(id)).rejects.toMatchObject({ code: 'identity.challenge_not_found' });
  });

  it('counts wrong codes, and locks', async () => {
    const { id } = await add('new@example.org');
    await expect(verify(id, ada, '000000')).rejects.toMatchObject({ details: { remainingTries: 4 } });
    for (let n = 0; n < 4; n += 1) await expect(verify(id, ada, '000000')).rejects.toBeDefined();
    await expect(verify(id)).rejects.toMatchObject({ kind: 'locked' });
  });

  it('is completed by the same code after a crash', async () => {
    const { id } = await add('new@example.org');
    const code = lastCode(world);
    const { save } = world.people;
    world.people.save = () => Promise.reject(new Error('crash'));
    await expect(verify(id, ada, code)).rejects.toThrow('crash');
    world.people.save = save;
    expect((await verify(id, ada, code)).contacts).toHaveLength(2);
  });

  it('goes again, but never the last one', async () => {
    const [first] = ada.person.contacts;
    const remove = (contactId = '') => world.removeContact({ contactId, caller: ada.caller });
    await expect(remove(first?.id)).rejects.toMatchObject({ code: 'identity.last_contact' });
    await verify((await add('new@example.org')).id);
    await bind('P1', ada);
    await remove(first?.id);
    expect(await addresses(ada)).toEqual(['new@example.org', 'P1']);
    await expect(remove(first?.id)).rejects.toMatchObject({ code: 'identity.contact_not_found' });
    clock.advance(60_000);
    expect(await prove(world, 'ada@example.org')).toMatchObject({ status: 'needs-name' });
  });
});

describe('preferences', () => {
  const update = (change: Parameters<typeof world.updateMe>[0]['change']) =>
    world.updateMe({ change, caller: ada.caller });

  it('are kept in their one spelling, and recorded', async () => {
    const contactId = ada.person.contacts[0]?.id ?? '';
    const person = await update({
      timeZone: 'europe/london',
      locale: 'FR-ca',
      preferredContactId: contactId,
      visible: true,
    });
    expect(person).toMatchObject({ timeZone: 'Europe/London', locale: 'fr-CA', preferredContactId: contactId });
    expect(world.recorded.at(-1)).toMatchObject({ action: 'person.preferences_changed' });
    expect(await update({ timeZone: '', locale: '', preferredContactId: '' })).toMatchObject({ timeZone: '' });
  });

  it.each([
    { timeZone: 'Mars/Phobos' },
    { timeZone: '+01:00' },
    { locale: 'not a language' },
    { preferredContactId: 'x' },
  ])('refuses %j', async (change) => {
    const pointer = `/${Object.keys(change)[0]}`;
    await expect(update(change)).rejects.toMatchObject({
      code: 'identity.invalid_field',
      errors: [expect.objectContaining({ pointer })],
    });
  });

  it('forget a preferred contact that goes', async () => {
    const { contacts } = await verify((await add('new@example.org')).id);
    await update({ preferredContactId: contacts[1]?.id ?? '' });
    const left = await world.removeContact({ contactId: contacts[1]?.id ?? '', caller: ada.caller });
    expect(left.preferredContactId).toBe('');
  });

  it('D8: names stay those of the directory for who comes from there', async () => {
    const current = await world.people.find(ada.person.id);
    if (current) await world.people.save({ ...current, source: 'directory', version: current.version + 1 }, []);
    await expect(update({ firstName: 'Eve' })).rejects.toMatchObject({ code: 'identity.field_not_editable' });
    await expect(update({ visible: true })).resolves.toMatchObject({ visible: true });
  });
});

describe('scenario 16: a push token', () => {
  it('D18: goes to whoever presents it, and from whoever had it', async () => {
    expect(await bind('P1', ada)).toBe(true);
    expect(await bind('P1', ada)).toBe(false);
    expect(await bind('P1', cy)).toBe(true);
    expect(await addresses(ada)).toEqual(['ada@example.org']);
    expect(await addresses(cy)).toEqual(['cy@example.org', 'P1']);
    expect(world.recorded.at(-1)).toMatchObject({ action: 'contact.reassigned' });
  });

  it('belongs to one of two who present it at once', async () => {
    await Promise.all([bind('P1', ada), bind('P1', cy), bind('P1', ada)]);
    const owners = [await addresses(ada), await addresses(cy)].filter((own) => own?.includes('P1'));
    expect(owners).toHaveLength(1);
  });

  it('is one of the last five of a person', async () => {
    for (let n = 1; n <= 7; n += 1) {
      clock.advance(1_000);
      await bind(`P${n}`, ada);
    }
    expect(await addresses(ada)).toEqual(['ada@example.org', 'P3', 'P4', 'P5', 'P6', 'P7']);
  });

  it('is for nobody who is not there', async () => {
    const unknown = world.bindPushToken({ personId: 'nobody', token: 'P1' });
    await expect(unknown).rejects.toMatchObject({ code: 'identity.person_not_found' });
  });
});

it('the contacts of several people are those of who is there', async () => {
  const found = await world.listContacts({ personIds: [cy.person.id, 'nobody', ada.person.id] });
  expect(found.map(({ personId }) => personId)).toEqual([cy.person.id, ada.person.id]);
  expect(found[0]?.contacts[0]).toMatchObject({ value: 'cy@example.org' });
});

it('how people are reached is said once of whom it was never said', async () => {
  const current = await world.people.find(ada.person.id);
  if (current) await world.people.save({ ...current, isReachSaid: false, version: current.version + 1 }, []);
  const before = world.facts.length;
  await world.tellReach();
  await world.tellReach();
  expect(world.facts.slice(before).map(({ type }) => type)).toEqual(['person-updated', 'person-reachable']);
});
