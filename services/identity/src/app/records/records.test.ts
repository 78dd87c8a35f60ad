import { type TestClock, testClock } from '@guildhall/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { platform } from '../caller.ts';
import { prove } from '../testing.ts';
import { arrive, type InMemoryWorld, inMemoryWorld } from '../world.testing.ts';

type Arrived = Awaited<ReturnType<typeof arrive>>;
const dayMs = 86_400_000;
let clock: TestClock;
let world: InMemoryWorld;
let root: Arrived;
let ada: Arrived;
beforeEach(async () => {
  clock = testClock('2026-01-01T08:55:00Z');
  world = inMemoryWorld(clock);
  [root, ada] = [await arrive(world, 'Root'), await arrive(world, 'Ada')];
  const change = { roles: ['administrator'] };
  await world.updatePerson({ personId: root.person.id, change, caller: root.caller });
});

const find = ({ person }: Arrived) => world.people.find(person.id);
const erase = (who: Arrived, by = root) => world.erasePerson({ personId: who.person.id, caller: by.caller });

describe('erasing somebody', () => {
  it('leaves nothing of them, tells it, and lets their address begin anew', async () => {
    await world.setPin({ pin: '482913', caller: ada.caller });
    await world.createAppToken({ device: '', caller: ada.caller });
    await erase(ada);
    const left = await find(ada);
    expect(left).toMatchObject({ status: 'erased', firstName: '', lastName: '', contacts: [], isCleared: true });
    expect(JSON.stringify(left)).not.toMatch(/ada@|Lovelace|ada\./i);
    expect(world.contacts.all().map(({ value }) => value)).toEqual(['root@example.org']);
    expect(await world.pins.find(ada.person.id)).toBeUndefined();
    expect(await world.listAppDevices({ caller: ada.caller })).toEqual([]);
    const told = world.facts.map(({ type }) => type).filter((type) => type.startsWith('person-'));
    expect(told.slice(-3)).toEqual(['person-updated', 'person-reachable', 'person-erased']);
    expect(world.recorded.at(-1)).toMatchObject({ action: 'person.erased', via: 'admin' });
    clock.advance(60_000);
    expect(await prove(world, 'ada@example.org')).toMatchObject({ status: 'needs-name' });
  });

  it('may be asked for by themselves, with a fresh proof', async () => {
    clock.advance(900_001);
    await expect(erase(ada, ada)).rejects.toMatchObject({ code: 'identity.reauthentication_required' });
    await world.reauthenticate({ proof: { kind: 'password', password: 'correct horse' }, caller: ada.caller });
    await erase(ada, ada);
    expect(world.recorded.at(-1)).toMatchObject({ action: 'person.erased', via: 'web' });
  });

  it('is refused for the last administrator, and for who is not there', async () => {
    await expect(erase(root)).rejects.toMatchObject({ code: 'identity.last_administrator' });
    await erase(ada);
    await expect(erase(ada)).rejects.toMatchObject({ code: 'identity.person_not_found' });
    await expect(world.getPerson({ personId: ada.person.id })).rejects.toMatchObject({ kind: 'not-found' });
  });

  it.each(['sessions', 'contacts'] as const)('that is cut short at %s is completed by its due date', async (name) => {
    const remove = world.contacts.remove;
    const save = world.sessions.save;
    world.contacts.remove = () => Promise.reject(new Error('crash'));
    if (name === 'sessions') world.sessions.save = () => Promise.reject(new Error('crash'));
    await expect(erase(ada)).rejects.toThrow('crash');
    Object.assign(world.contacts, { remove });
    Object.assign(world.sessions, { save });
    expect(await find(ada)).toMatchObject({ status: 'erased', firstName: '' });
    await world.endErasure(ada.person.id);
    expect(await find(ada)).toMatchObject({ isCleared: true });
    expect(world.contacts.all()).toHaveLength(1);
    clock.advance(2 * dayMs);
    await world.endErasure(ada.person.id);
    expect(await find(ada)).toBeUndefined();
  });
});

describe('an export', () => {
  it('has everything that is kept, and nothing that opens anything', async () => {
    const { token } = await world.createAccessToken({ caller: ada.caller });
    await world.createAppToken({ device: 'Pixel', caller: ada.caller });
    const number = await world.setPin({ pin: '482913', caller: ada.caller });
    const text = JSON.stringify(await world.exportPerson({ personId: ada.person.id, caller: root.caller }));
    for (const part of ['ada@example.org', 'Lovelace', 'Pixel', 'login', `"kioskNumber":"${number}"`]) {
      expect(text).toContain(part);
    }
    expect(text).not.toMatch(/hash|482913/i);
    expect(text).not.toContain(token);
    expect(world.recorded.at(-1)).toMatchObject({ action: 'person.exported', actorId: root.person.id });
  });

  it('asks for a fresh proof', async () => {
    clock.advance(900_001);
    const asked = world.exportPerson({ personId: ada.person.id, caller: ada.caller });
    await expect(asked).rejects.toMatchObject({ code: 'identity.reauthentication_required' });
  });
});

describe('scenario 13: forgetting people', () => {
  const run = async (dryRun = false) => {
    const { people } = await world.runRetention({ dryRun, caller: platform });
    return people.map(({ person }) => person.firstName);
  };

  it('erases whom nobody has seen for 90 days, and a second run nobody', async () => {
    clock.advance(90 * dayMs - 1);
    expect(await run()).toEqual([]);
    clock.advance(1);
    expect(await run(true)).toEqual(['Ada']);
    expect(await find(ada)).toMatchObject({ status: 'active' });
    expect(await run()).toEqual(['Ada']);
    expect(await find(ada)).toMatchObject({ status: 'erased' });
    expect(await run()).toEqual([]);
  });

  it('keeps who was here, or signed in, within 90 days', async () => {
    const bob = await arrive(world, 'Bob');
    await world.recordActivity({ personId: ada.person.id, visitDate: '2026-02-28' });
    await world.recordActivity({ personId: bob.person.id, loginAt: new Date('2026-02-28T10:00:00Z') });
    await world.recordActivity({ personId: bob.person.id, loginAt: new Date('2026-01-28T10:00:00Z') });
    clock.set('2026-05-15T02:30:00Z');
    expect(await run()).toEqual([]);
    clock.set('2026-06-15T02:30:00Z');
    expect(await run()).toEqual(['Ada', 'Bob']);
  });

  it('keeps who uses a session, has a role, comes from the directory, or has just come', async () => {
    const device = (await world.sessions.ofPerson(ada.person.id))[0];
    clock.set('2026-03-30T08:55:00Z');
    if (device) await world.sessions.save({ ...device, lastSeenAt: clock.now(), version: device.version + 1 }, []);
    await arrive(world, 'Di');
    const staff = await arrive(world, 'Staff');
    const current = await find(staff);
    if (current) await world.people.save({ ...current, source: 'directory', version: current.version + 1 }, []);
    clock.set('2026-04-28T02:30:00Z');
    expect(await run()).toEqual([]);
    clock.set('2027-04-28T02:30:00Z');
    expect(await run()).toEqual(['Ada', 'Di']);
  });

  it('is run once a night however many replicas ask', async () => {
    await world.jobs.prepare();
    await world.jobs.prepare();
    clock.set('2026-06-15T02:30:00Z');
    await Promise.allSettled([1, 2, 3].map(() => world.jobs.run('person-retention')));
    expect(world.recorded.filter(({ action }) => action === 'retention.run')).toHaveLength(1);
    await world.jobs.run('person-retention');
    expect(world.recorded.filter(({ action }) => action === 'retention.run')).toHaveLength(1);
    clock.set('2026-06-16T02:30:00Z');
    await world.jobs.run('person-retention');
    expect(world.recorded.filter(({ action }) => action === 'retention.run')).toHaveLength(2);
  });
});

it('D32: people of the same names are suggested, the oldest first', async () => {
  clock.advance(1_000);
  const create = (firstName: string, lastName: string) =>
    world.createPerson({ firstName, lastName, roles: [], contacts: [], caller: root.caller });
  const twin = await create('ADA', 'Lovelacé');
  await create('Ada', 'Byron');
  const groups = await world.listDuplicates();
  expect(groups.map((group) => group.map(({ id }) => id))).toEqual([[ada.person.id, twin.id]]);
});
