import { type TestClock, testClock } from '@guildhall/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import type { DirectoryPerson } from '../../domain/directory.ts';
import { platform } from '../caller.ts';
import { arrive, type InMemoryWorld, inMemoryWorld } from '../world.testing.ts';

let clock: TestClock;
let world: InMemoryWorld;
beforeEach(async () => {
  clock = testClock('2026-01-01T08:55:00Z');
  world = inMemoryWorld(clock);
  await world.jobs.prepare();
});

const staff = (id: string, change: Partial<DirectoryPerson> = {}): DirectoryPerson => ({
  id,
  firstName: `First${id}`,
  lastName: 'Last',
  email: `${id}@example.org`,
  isEnabled: true,
  ...change,
});
const told = (people: readonly DirectoryPerson[], removedIds: readonly string[] = [], isComplete = false) => {
  world.directory.changes = { people, removedIds, link: `link ${people.length}`, isComplete };
};
const run = (dryRun = false) => world.runDirectory({ dryRun, caller: platform });
const known = async (directoryId: string) => world.people.all().find((person) => person.directoryId === directoryId);

describe('keeping up with the directory', () => {
  it('makes joiners, with a contact that signs them in', async () => {
    told([
      staff('a'),
      staff('b'),
      staff('off', { isEnabled: false }),
      staff('mailless', { email: undefined } as never),
    ]);
    const { joiners, outcome } = await run();
    expect([outcome, joiners.map(({ displayName }) => displayName)]).toEqual(['done', ['Firsta Last', 'Firstb Last']]);
    expect(await known('a')).toMatchObject({
      source: 'directory',
      kind: 'staff',
      contacts: [{ value: 'a@example.org' }],
    });
    expect(world.people.all()).toHaveLength(2);
  });

  it('finds who has the address already', async () => {
    const { person } = await arrive(world, 'Ada');
    told([staff('x', { email: 'ADA@example.org', firstName: 'Augusta' })]);
    await run();
    expect(await known('x')).toMatchObject({ id: person.id, firstName: 'Augusta', source: 'directory' });
  });

  it('goes on from where it was, and renames', async () => {
    told([staff('a')]);
    await run();
    told([staff('a', { lastName: 'Married' })]);
    await run();
    expect(world.directory.asked).toEqual([undefined, 'link 1']);
    expect(await known('a')).toMatchObject({ lastName: 'Married' });
  });

  it('puts leavers out everywhere, and lets them back in', async () => {
    const { person, caller } = await arrive(world, 'Ada');
    told([staff('x', { email: 'ada@example.org' })]);
    await run();
    const { token } = await world.createAccessToken({ caller });
    told([staff('x', { email: 'ada@example.org', isEnabled: false })]);
    expect((await run()).leavers).toEqual([{ personId: person.id, displayName: 'Firstx Last' }]);
    expect(await known('x')).toMatchObject({ status: 'disabled' });
    expect(await world.listSessions({ caller })).toEqual([]);
    const tokenHash = world.tokens.hash(token);
    expect(await world.resolveCredential({ kind: 'access-token', tokenHash })).toBeUndefined();
    told([staff('x', { email: 'ada@example.org' })]);
    await run();
    expect(await known('x')).toMatchObject({ status: 'active' });
  });

  it('takes who is missing from a whole list for gone', async () => {
    told([staff('a'), staff('b')], [], true);
    await run();
    told([staff('a')], [], true);
    await run();
    expect([(await known('a'))?.status, (await known('b'))?.status]).toEqual(['active', 'disabled']);
  });

  it('stops when too many would leave, and stays where it was', async () => {
    const many = Array.from({ length: 15 }, (_, n) => staff(`s${n}`));
    told(many);
    await run();
    told([], ['s0', 's1', 's2', 's3']);
    expect(await run()).toMatchObject({ outcome: 'stopped', leavers: [{}, {}, {}, {}], known: 15 });
    expect((await known('s0'))?.status).toBe('active');
    expect(await world.getDirectory()).toMatchObject({ outcome: 'stopped', isConfigured: true });
    told([], ['s0', 's1', 's2']);
    expect(await run()).toMatchObject({ outcome: 'done' });
    expect(world.directory.asked.at(-1)).toBe('link 15');
  });

  it('changes nothing by a dry run', async () => {
    told([staff('a')]);
    expect((await run(true)).joiners).toHaveLength(1);
    expect(world.people.all()).toHaveLength(0);
    expect((await world.getDirectory()).outcome).toBeUndefined();
  });

  it('goes on when one person cannot be taken over', async () => {
    told([staff('bad', { firstName: '\u202E' }), staff('good')]);
    await run();
    expect(await known('bad')).toBeUndefined();
    expect(await known('good')).toBeDefined();
  });

  it('runs every night', async () => {
    told([staff('a')]);
    clock.set('2026-01-02T03:30:00Z');
    await world.jobs.run('directory-sync');
    expect(await known('a')).toBeDefined();
    expect(await world.getDirectory()).toMatchObject({ outcome: 'done', nextAt: new Date('2026-01-03T03:30:00Z') });
  });
});
