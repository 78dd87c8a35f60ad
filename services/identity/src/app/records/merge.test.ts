import { AppError } from '@guildhall/kernel';
import { type TestClock, testClock } from '@guildhall/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { anonymousCaller, callerOf, prove } from '../testing.ts';
import { arrive, type InMemoryWorld, inMemoryWorld } from '../world.testing.ts';

type Arrived = Awaited<ReturnType<typeof arrive>>;
let clock: TestClock;
let world: InMemoryWorld;
let root: Arrived;
let ada: Arrived;
let other: Arrived;
beforeEach(async () => {
  clock = testClock('2026-03-02T08:55:00Z');
  world = inMemoryWorld(clock);
  [root, ada, other] = [await arrive(world, 'Root'), await arrive(world, 'Ada'), await arrive(world, 'Adal')];
  await roles(root, ['member', 'administrator']);
  await roles(other, ['member', 'reception']);
});

const roles = (who: Arrived, wanted: readonly string[]) =>
  world.updatePerson({ personId: who.person.id, change: { roles: wanted }, caller: root.caller });
const merge = (keepsPermissions = true, change: Partial<Parameters<typeof world.mergePeople>[0]> = {}) =>
  world.mergePeople({
    survivorId: ada.person.id,
    mergedIds: [other.person.id],
    keepsPermissions,
    caller: root.caller,
    ...change,
  });
const undo = (mergeId: string) => world.undoMerge({ mergeId, caller: root.caller });
const get = (who: Arrived) => world.people.find(who.person.id);
const said = (type: string) => world.facts.filter((one) => one.type === type);

describe('scenario 19: merging two people', () => {
  it('makes one person with both contacts and the roles, and a tombstone', async () => {
    await merge();
    expect((await get(ada))?.contacts.map(({ value }) => value)).toEqual(['ada@example.org', 'adal@example.org']);
    expect((await get(ada))?.roles).toEqual(['member', 'reception']);
    expect(await get(other)).toMatchObject({ status: 'merged', mergedInto: ada.person.id, contacts: [] });
    expect(said('merged')).toEqual([expect.objectContaining({ mergedId: other.person.id })]);
    expect(world.recorded.at(-1)).toMatchObject({ action: 'person.merged', actorId: root.person.id });
  });

  it('D26: neither gains nor loses a permission unless it is ticked', async () => {
    await merge(false);
    expect((await get(ada))?.roles).toEqual(['member']);
  });

  it('ends sessions, tokens and devices of the merged person', async () => {
    const { accessToken } = await world.createAppToken({ device: '', caller: other.caller });
    await world.createAccessToken({ caller: other.caller });
    await merge();
    expect(await world.listSessions({ caller: other.caller })).toEqual([]);
    expect(await world.resolveCredential({ kind: 'app-token', token: accessToken })).toBeUndefined();
    await expect(world.getAccessToken({ caller: other.caller })).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('lets the other address sign in as the survivor', async () => {
    await merge();
    clock.advance(60_000);
    expect(await prove(world, 'adal@example.org')).toMatchObject({ person: { id: ada.person.id } });
  });

  it('lets in as the survivor who proves to be the other by other means', async () => {
    await merge();
    const person = await get(other);
    if (!person) throw new Error('the tombstone is gone');
    const opening = { sessionId: 's-new', person, caller: anonymousCaller, way: 'password' } as const;
    const taken = () => new AppError('gone', 'test.taken', 'Taken.');
    expect(await world.parts.openSession({ ...opening, taken })).toMatchObject({ person: { id: ada.person.id } });
  });

  it('is undone within 30 days, and both are as they were', async () => {
    const { id } = await merge();
    clock.advance(600_000);
    expect(await undo(id)).toMatchObject({ state: 'undone' });
    expect(await get(other)).toMatchObject({
      status: 'active',
      roles: ['member', 'reception'],
      contacts: other.person.contacts,
    });
    expect(await get(ada)).toMatchObject({ roles: ['member'], contacts: ada.person.contacts });
    expect(await prove(world, 'adal@example.org')).toMatchObject({ person: { id: other.person.id } });
    expect(said('unmerged')).toHaveLength(1);
    await expect(undo(id)).rejects.toMatchObject({ code: 'identity.merge_over' });
  });

  it('cannot be undone after 30 days, when the tombstone goes', async () => {
    const { id, undoUntil } = await merge();
    clock.set(undoUntil);
    await expect(world.undoMerge({ mergeId: id, caller: callerOf('') })).rejects.toMatchObject({ kind: 'forbidden' });
    await world.endMerge(id);
    expect(await get(other)).toMatchObject({ status: 'erased', firstName: '' });
    expect((await world.merges.find(id))?.state).toBe('closed');
    expect((await get(ada))?.contacts).toHaveLength(2);
  });
});

describe('a merge', () => {
  it('asks for a proof of identity within a quarter of an hour', async () => {
    clock.advance(900_001);
    const needed = { kind: 'forbidden', code: 'identity.reauthentication_required' };
    await expect(merge()).rejects.toMatchObject(needed);
    const caller = { ...root.caller, principal: { ...root.caller.principal, kind: 'token' as const } };
    await expect(merge(true, { caller })).rejects.toMatchObject(needed);
  });

  it('is shown before it is made', async () => {
    const wanted = { survivorId: ada.person.id, mergedIds: [other.person.id] };
    const kept = await world.previewMerge({ ...wanted, keepsPermissions: true });
    expect(kept.gainedPermissions).toEqual(['register.view_report', 'register.visitors.write']);
    expect(kept.survivor.contacts).toHaveLength(2);
    const dropped = await world.previewMerge({ ...wanted, keepsPermissions: false });
    expect(dropped.lostPermissions).toEqual(['register.view_report', 'register.visitors.write']);
    expect(await get(other)).toMatchObject({ status: 'active' });
  });

  it('refuses oneself, nobody, and who became somebody else', async () => {
    const notMergeable = (pointer: string) => ({
      code: 'identity.not_mergeable',
      errors: [expect.objectContaining({ pointer })],
    });
    const self = merge(true, { mergedIds: [ada.person.id] });
    await expect(self).rejects.toMatchObject(notMergeable('/mergedIds/0'));
    await expect(merge(true, { survivorId: 'x' })).rejects.toMatchObject(notMergeable('/survivorId'));
    await merge();
    await expect(merge()).rejects.toMatchObject(notMergeable('/mergedIds/0'));
  });

  it('gives somebody two want at once to one of them', async () => {
    const both = await Promise.allSettled([merge(), merge(true, { survivorId: root.person.id })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(said('merged')).toHaveLength(1);
    expect((await get(ada))?.mergeId).toBeUndefined();
    expect((await get(root))?.mergeId).toBeUndefined();
  });

  it('keeps the last administrator', async () => {
    const away = { survivorId: ada.person.id, mergedIds: [root.person.id] };
    await expect(merge(false, away)).rejects.toMatchObject({ code: 'identity.last_administrator' });
    const { status, mergeId } = (await get(root)) ?? {};
    expect([status, mergeId]).toEqual(['active', undefined]);
    await expect(merge(true, away)).resolves.toMatchObject({ state: 'done' });
    expect((await get(ada))?.roles).toContain('administrator');
    expect((await world.administrators.find()).ids).toEqual([ada.person.id]);
  });

  it('gives the passkeys of the other to the survivor, and back', async () => {
    const { ceremonyId, options } = await world.startPasskeyRegistration({ caller: other.caller });
    const credential = { id: 'c1', rawId: options.challenge, type: 'public-key', response: {} };
    await world.createPasskey({ ceremonyId, credential, label: '', caller: other.caller });
    const { id } = await merge();
    expect(await world.listPasskeys({ caller: ada.caller })).toHaveLength(1);
    await undo(id);
    expect(await world.listPasskeys({ caller: ada.caller })).toHaveLength(0);
    expect(await world.listPasskeys({ caller: other.caller })).toHaveLength(1);
  });

  it('leaves a contact where it went meanwhile', async () => {
    const { id } = await merge();
    const contactId = other.person.contacts[0]?.id ?? '';
    await world.removeContact({ contactId, caller: ada.caller });
    await undo(id);
    expect(await get(other)).toMatchObject({ status: 'active', contacts: [] });
  });
});

describe('a merge that is cut short', () => {
  const repositories = ['people', 'contacts', 'sessions', 'merges'] as const;

  // The first write of a merge is its beginning: before it there is nothing to complete.
  const writes = repositories.flatMap((name) => [1, 2, 3, 4, 5, 6].map((nth) => [name, nth] as const)).slice(0, -6);

  it.each([...writes, ['merges', 2] as const, ['merges', 3] as const])(
    'at write %s %i is completed by its due date',
    async (name, nth) => {
      const { save } = world[name];
      let left: number = nth;
      const dying = async (...args: readonly unknown[]) => {
        if ((left -= 1) === 0) throw new Error('crash');
        await (save as (...all: readonly unknown[]) => Promise<void>)(...args);
      };
      Object.assign(world[name], { save: dying });
      await merge().catch(() => undefined);
      Object.assign(world[name], { save });
      for (const { id } of await world.merges.recent(1)) await world.endMerge(id);

      const [begun] = await world.merges.recent(1);
      expect(begun?.state).toBe('done');
      expect(await get(other)).toMatchObject({ status: 'merged', contacts: [] });
      expect((await get(ada))?.contacts).toHaveLength(2);
      expect((await get(ada))?.mergeId).toBeUndefined();
      expect(await world.listSessions({ caller: other.caller })).toEqual([]);
      expect(said('merged')).toHaveLength(1);
      expect(await world.contacts.findById(other.person.contacts[0]?.id ?? '')).toMatchObject({
        personId: ada.person.id,
      });
    },
  );
});
