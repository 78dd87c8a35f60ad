import { timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt';
import { eventStream } from '@guildhall/contracts';
import { PersonErasedSchema, PersonMergedSchema, PersonUnmergedSchema } from '@guildhall/contracts/identity/v1/events';
import { MergeState, RecordService } from '@guildhall/contracts/identity/v1/records';
import { Method, PersonStatus } from '@guildhall/contracts/identity/v1/service';
import { ActRecordedSchema } from '@guildhall/contracts/notifier/v1/events';
import { VisitOpenedSchema } from '@guildhall/contracts/register/v1/events';
import { aggregates, relayed } from '@guildhall/mongo';
import { client, consume, fact, on, publish } from '@guildhall/messaging';
import { uniqueName } from '@guildhall/testing';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { as, identityWorld, nobody } from './testing.ts';

type World = Awaited<ReturnType<typeof identityWorld>>;
let world: World;
let identity: World['identity'];
let records: ReturnType<typeof client<typeof RecordService>>;
const heard: string[] = [];
let hearing: ReturnType<typeof consume>;
beforeAll(async () => {
  world = await identityWorld('2026-03-02T08:55:00Z', 2);
  ({ identity } = world);
  records = client(world.bus, RecordService, { timeoutMs: 10_000 });
  hearing = consume(world.bus, {
    stream: eventStream('identity'),
    durable: uniqueName('records'),
    subscriptions: [
      on(PersonMergedSchema, async ({ mergedId }) => void heard.push(`merged ${mergedId}`)),
      on(PersonUnmergedSchema, async ({ mergedId }) => void heard.push(`unmerged ${mergedId}`)),
      on(PersonErasedSchema, async ({ personId }) => void heard.push(`erased ${personId}`)),
    ],
  });
});
afterAll(async () => {
  await hearing.close();
  await world.close();
});

const hashOf = (token: string): Uint8Array => createHash('sha256').update(token).digest();

async function comeIn(name: string) {
  const value = `${name.toLowerCase()}@example.org`;
  const { challengeId } = await identity.createChallenge({ method: Method.EMAIL, value }, nobody);
  const code = await world.notifier.codeOf(challengeId);
  const { registrationToken = '' } = await identity.verifyChallenge({ challengeId, code }, nobody);
  const signedIn = await identity.register({ registrationToken, firstName: name, lastName: 'Lovelace' }, nobody);
  const credential = { case: 'sessionHash', value: hashOf(signedIn.session!.token) } as const;
  const { sessionId } = await identity.resolveCredential({ credential });
  world.clock.advance(60_000);
  const person = signedIn.person!;
  return { person, credential, caller: as({ personId: person.id, sessionId }) };
}

describe('records of people', () => {
  it('scenario 19: two become one, told once, and are two again after an undo', async () => {
    const [root, ada, other] = [await comeIn('Root'), await comeIn('Ada'), await comeIn('Adal')];
    const request = { survivorId: ada.person.id, mergedIds: [other.person.id], keepPermissions: true };
    const merged = await records.mergePeople(request, root.caller);
    expect(merged.state).toBe(MergeState.DONE);
    expect(merged.survivor?.contacts.map(({ value }) => value)).toEqual(['ada@example.org', 'adal@example.org']);
    expect((await identity.resolveCredential({ credential: other.credential })).person).toBeUndefined();
    expect(await identity.getPerson({ personId: other.person.id }, root.caller)).toMatchObject({
      status: PersonStatus.MERGED,
      mergedInto: ada.person.id,
    });
    const found = await identity.listPeople({ query: 'adal', pageSize: 10, pageToken: '' }, root.caller);
    expect(found.people.map(({ id }) => id)).toEqual([ada.person.id]);

    const listed = await records.listMerges({}, root.caller);
    expect(listed.merges.map(({ id }) => id)).toEqual([merged.id]);
    expect((await records.undoMerge({ mergeId: merged.id }, root.caller)).state).toBe(MergeState.UNDONE);
    const again = await identity.getPerson({ personId: other.person.id }, root.caller);
    expect(again).toMatchObject({ status: PersonStatus.ACTIVE, contacts: [{ value: 'adal@example.org' }] });
    const told = [`merged ${other.person.id}`, `unmerged ${other.person.id}`];
    await vi.waitFor(() => expect(heard).toEqual(told), 10_000);
  });

  it('are described to other processes as facts tell of them, with the version', async () => {
    const eve = await comeIn('Eve');
    const described = await identity.describePerson({ personId: eve.person.id });
    expect(described).toMatchObject({ personId: eve.person.id, firstName: 'Eve', active: true, reminders: true });
    expect(described.version).toBeGreaterThan(0);
    const nobody = identity.describePerson({ personId: 'nobody' });
    await expect(nobody).rejects.toMatchObject({ code: 'identity.person_not_found' });
  });

  it('tell what was done to the notifications of somebody, once', async () => {
    const [root, fay] = [await comeIn('Rosa'), await comeIn('Fay')];
    const at = world.clock.now();
    const told = fact(ActRecordedSchema, { id: fay.person.id, version: 1 }, at, {
      action: 'notifications.preferences_changed',
      actorId: root.person.id,
      subjectId: fay.person.id,
      ip: '192.0.2.7',
      userAgent: 'Test',
      at: timestampFromDate(at),
    });
    await publish(world.bus, told);
    await publish(world.bus, told);

    const asked = { subjectId: fay.person.id, action: 'notifications.preferences_changed' };
    const audits = await vi.waitFor(async () => {
      const listed = await records.listPeopleAudits(asked, root.caller);
      expect(listed.audits).toHaveLength(1);
      return listed.audits;
    }, 10_000);
    expect(audits).toMatchObject([{ actorId: root.person.id, via: 'admin', ip: '192.0.2.7', userAgent: 'Test' }]);
  });

  it('of one person are merged by one of two who try at once', async () => {
    const [root, one, two, prize] = [
      await comeIn('R'),
      await comeIn('One'),
      await comeIn('Two'),
      await comeIn('Prize'),
    ];
    const into = (survivor: typeof one) =>
      records.mergePeople({ survivorId: survivor.person.id, mergedIds: [prize.person.id] }, root.caller);
    const both = await Promise.allSettled([into(one), into(two)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((each) => each.status === 'rejected')?.reason).toMatchObject({
      code: 'identity.not_mergeable',
    });
  });

  it('are exported as a file, and erased for good', async () => {
    const bob = await comeIn('Bob');
    const audits = world.store.connection.collection('audits');
    await vi.waitFor(async () => expect(await audits.countDocuments({ subjectId: bob.person.id })).toBe(1), 10_000);
    const file = await records.exportMe({}, bob.caller);
    expect(file.contentType).toBe('application/json');
    expect(JSON.parse(Buffer.from(file.data).toString())).toMatchObject({
      person: { firstName: 'Bob', contacts: [{ value: 'bob@example.org' }] },
      audits: [{ action: 'login', ip: '192.0.2.7' }],
    });
    const erased = await records.eraseMe({}, bob.caller);
    expect(timestampDate(erased.at!)).toEqual(world.clock.now());
    const gone = identity.getPerson({ personId: bob.person.id }, bob.caller);
    await expect(gone).rejects.toMatchObject({ code: 'identity.person_not_found' });
    await vi.waitFor(() => expect(heard).toContain(`erased ${bob.person.id}`), 10_000);
    await vi.waitFor(async () => {
      const left = await audits.find({ subjectId: bob.person.id }).toArray();
      expect(left.map(({ action }) => String(action)).toSorted()).toEqual([
        'login',
        'person.erased',
        'person.exported',
      ]);
      expect(left.filter(({ ip, userAgent }) => ip || userAgent)).toEqual([]);
    }, 10_000);
    world.clock.advance(60_000);
    const anew = await vi.waitFor(async () => {
      const { challengeId } = await identity.createChallenge(
        { method: Method.EMAIL, value: 'bob@example.org' },
        nobody,
      );
      const code = await world.notifier.codeOf(challengeId);
      return identity.verifyChallenge({ challengeId, code }, nobody);
    }, 10_000);
    expect(anew.registrationToken).toBeDefined();
  });

  it('scenario 13: of who has not been seen for 90 days go, and of who was here stay', async () => {
    const [root, gone, here] = [await comeIn('Rooted'), await comeIn('Gone'), await comeIn('Here')];
    await identity.updatePerson(
      { personId: root.person.id, person: { roles: ['administrator'] }, updateMask: { paths: ['roles'] } },
      root.caller,
    );
    const register = await relayed(world.bus, (offer) => ({
      visits: aggregates<object>({ store: world.store, collection: uniqueName('visits'), offer }),
    }));
    const at = world.clock.now();
    const visit = { personId: here.person.id, date: '2026-05-01', visitId: 'v1' };
    const message = fact(VisitOpenedSchema, { id: 'v1', version: 1 }, at, visit);
    await register.visits.save({ id: 'v1', version: 1, state: {}, messages: [message] });
    await vi.waitFor(async () => {
      const person = await identity.getPerson({ personId: here.person.id }, root.caller);
      expect(person.lastVisitDate).toBe('2026-05-01');
    }, 10_000);
    await register.relay.close();
    world.clock.set('2026-06-20T01:00:00Z');
    const planned = await records.runPersonRetention({ dryRun: true }, root.caller);
    const ids = planned.people.map(({ personId }) => personId);
    expect(ids).toContain(gone.person.id);
    expect(ids).not.toContain(here.person.id);
    expect(ids).not.toContain(root.person.id);
    world.clock.set('2026-06-20T02:30:00Z');
    await vi.waitFor(() => expect(heard).toContain(`erased ${gone.person.id}`), 15_000);
    expect(await identity.getPerson({ personId: here.person.id }, root.caller)).toMatchObject({ firstName: 'Here' });
  });

  it('say that no directory is set up', async () => {
    const root = await comeIn('Dirk');
    expect(await records.getDirectorySync({}, root.caller)).toMatchObject({ configured: false });
    const run = records.runDirectorySync({ dryRun: true }, root.caller);
    await expect(run).rejects.toMatchObject({ code: 'identity.directory_off' });
  });
});
