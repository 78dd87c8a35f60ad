import { describe, expect, it } from 'vitest';
import { asked, type Difference } from '../../domain/reconciliation.ts';
import { aCaller, aService } from '../testing.ts';
import { comparing } from '../testing/access.ts';
import { askReconciliationHandler } from './ask-reconciliation.ts';
import { getOrphansHandler } from './get-orphans.ts';
import { getDriftHandler, getReconciliationHandler, listReconciliationsHandler } from './read-reconciliations.ts';

const stranger: Difference = {
  kind: 'unknown_user',
  volunteerId: '',
  channelId: 'c4',
  system: 'slack',
  account: 'U7',
  done: 'reported',
};

/** A run that is over, which found that Dana misses a channel, and a stranger in another one. */
const withRun = async (id = 'r1') => {
  const world = comparing(aService());
  const dana = await world.enrol('dana', 'dana@x.org');
  const now = world.clock.now();
  await world.reconciliations.save({ ...asked(id, false, 'root', now), state: 'done', endedAt: now }, []);
  const missing: Difference = { ...stranger, kind: 'missing', volunteerId: dana.id, channelId: 'c5', done: 'granted' };
  await world.differences.keep(id, [missing, stranger]);
  return { ...world, now };
};

describe('what a run found', () => {
  it('is shown with the names of today', async () => {
    const world = await withRun();
    const { differences } = await getReconciliationHandler(world)('r1');
    expect(differences).toMatchObject([
      { volunteer: { volunteerId: 'dana', name: 'Dana dana' }, channel: 'teams' },
      { channel: 'branches_manag', difference: { account: 'U7' } },
    ]);
    expect(differences[1]).not.toHaveProperty('volunteer');
  });

  it('is shown by kind and by channel', async () => {
    const world = await withRun();
    const ofKind = await getDriftHandler(world)({ kind: 'missing', channelId: '' });
    const ofChannel = await getDriftHandler(world)({ kind: '', channelId: 'c4' });
    expect([ofKind, ofChannel].map((one) => one?.differences.map(({ channel }) => channel))).toEqual([
      ['teams'],
      ['branches_manag'],
    ]);
  });

  it('is that of the latest one that is over', async () => {
    const world = await withRun();
    await world.reconciliations.save(asked('r2', false, 'root', world.now), []);
    expect((await getDriftHandler(world)({ kind: '', channelId: '' }))?.run.id).toBe('r1');
    expect((await listReconciliationsHandler(world)()).map(({ id }) => id)).toEqual(['r2', 'r1']);
  });

  it('is nothing where nothing was compared', async () => {
    const world = comparing(aService());
    expect(await getDriftHandler(world)({ kind: '', channelId: '' })).toBeUndefined();
    await expect(getReconciliationHandler(world)('r1')).rejects.toMatchObject({
      code: 'volunteers.reconciliation_not_found',
    });
  });

  it('is part of what somebody should look at', async () => {
    const world = await withRun();
    const orphans = await getOrphansHandler(world)();
    expect(orphans).toContainEqual({
      kind: 'unknown_user',
      volunteerId: '',
      name: '',
      subject: 'U7 in branches_manag',
    });
    expect(orphans.filter(({ kind }) => kind === 'unused_rule').map(({ subject }) => subject)).not.toContain(
      'volunteer → teams',
    );
  });
});

describe('asking for a run', () => {
  const ask = (world: Awaited<ReturnType<typeof withRun>>, begin = (): void => undefined) =>
    askReconciliationHandler({ ...world, begin })({ dryRun: true, caller: aCaller('ruth') });

  it('begins it at once, with who asked', async () => {
    const world = await withRun();
    let begun = 0;
    const run = await ask(world, () => (begun += 1));
    expect([run, begun]).toMatchObject([{ state: 'running', dryRun: true, askedBy: 'ruth' }, 1]);
    expect(world.reconciliations.said).toMatchObject([{ entry: { action: 'reconciliation.tried', actorId: 'ruth' } }]);
  });

  it('is refused while one is running', async () => {
    const world = await withRun();
    await ask(world);
    await expect(ask(world)).rejects.toMatchObject({ code: 'volunteers.reconciliation_running' });
  });
});
