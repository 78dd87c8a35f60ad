import { describe, expect, it } from 'vitest';
import { asked, planned } from '../../domain/reconciliation.ts';
import { aService } from '../testing.ts';
import { comparing } from '../testing/access.ts';
import { SystemError } from '../systems/system-error.ts';

/** So many volunteers in the workspace, with what their role gives. */
async function withMembers(count: number, settings: Parameters<typeof comparing>[1] = {}) {
  const service = aService();
  for (let index = 1; index <= count; index += 1) {
    service.slack.addUser(`U${index}`, `v${index}@x.org`);
    await service.enrol(`v${index}`, `v${index}@x.org`);
  }
  await service.settleAll();
  const all = comparing(service, settings);
  const ask = async (id: string, dryRun = false) => {
    const now = service.clock.now();
    await all.reconciliations.save(asked(id, dryRun, 'root', now), []);
    await all.run(id);
    return all.reconciliations.stored.get(id)!;
  };
  const members = (channel: string) => service.slack.channels.get(channel)!;
  return { ...all, ask, members };
}

describe('a comparison', () => {
  it('gives again what is missing, by the volunteer’s own steps', async () => {
    const world = await withMembers(3);
    world.members('C5').delete('U2');
    expect(await world.ask('r1')).toMatchObject({ state: 'done', totals: { missing: 1, extra: 0 } });
    expect(world.members('C5').has('U2')).toBe(false);
    await world.settleAll();
    expect(world.members('C5').has('U2')).toBe(true);
  });

  it('reads each channel once, and tells how many calls it took', async () => {
    const world = await withMembers(2);
    world.slack.calls.length = 0;
    const run = await world.ask('r1');
    expect(world.slack.calls).toEqual(['users', ...['C1', 'C2', 'C3', 'C4', 'C5'].map((id) => `members ${id}`)]);
    expect(run).toMatchObject({ channels: 5, members: 2, calls: 7 });
  });

  it('removes what nobody gave, where that is wished', async () => {
    const world = await withMembers(10, { mayRemove: true });
    world.members('C3').add('U1');
    expect(await world.ask('r1')).toMatchObject({ state: 'done', totals: { extra: 1 } });
    await world.settleAll();
    expect(world.members('C3').has('U1')).toBe(false);
    expect(world.members('C5').has('U1')).toBe(true);
  });

  it('stops where it would take access from too many, and takes nothing', async () => {
    const world = await withMembers(10, { mayRemove: true });
    for (const id of ['U1', 'U2', 'U3']) world.members('C3').add(id);
    world.members('C5').delete('U9');
    const run = await world.ask('r1');
    expect(run).toMatchObject({ state: 'stopped', reason: 'It would take access from 3 of 10 people.' });
    await world.settleAll();
    expect(world.members('C3').size).toBe(3);
    expect(world.current('v9').memberships).toMatchObject([{ state: 'member' }]);
    expect(world.reconciliations.said.filter(({ type }) => type === 'alert')).toHaveLength(1);
    const kept = await world.differences.of('r1', { kind: '', channelId: '' });
    expect(kept.map(({ done }) => done)).toEqual(['reported', 'reported', 'reported', 'reported']);
  });

  it('goes on at exactly as many as may lose something', async () => {
    const world = await withMembers(10, { mayRemove: true });
    for (const id of ['U1', 'U2']) world.members('C3').add(id);
    expect(await world.ask('r1')).toMatchObject({ state: 'done' });
  });

  it('that is a dry run stores nothing with anybody', async () => {
    const world = await withMembers(3);
    world.members('C5').delete('U2');
    world.members('C4').add('U1');
    world.slack.users.set('U3', { ...world.slack.users.get('U3')!, deleted: true });
    const before = [...world.volunteers.stored.values()];
    expect(await world.ask('r1', true)).toMatchObject({ totals: { missing: 1, extra: 1, deactivated: 1 } });
    expect([...world.volunteers.stored.values()]).toEqual(before);
    expect(world.tasks.stored.size).toBe(0);
  });

  it('is not stopped by one volunteer of whom nothing can be stored', async () => {
    const world = await withMembers(3);
    for (const id of ['U1', 'U2', 'U3']) world.members('C5').delete(id);
    const { find } = world.volunteers;
    const poisoned = world.current('v1').id;
    world.volunteers.find = async (id) => (id === poisoned ? Promise.reject(new Error('poison')) : find(id));
    expect(await world.ask('r1')).toMatchObject({ state: 'done' });
    expect(world.failures).toEqual([poisoned]);
    expect(['v2', 'v3'].map((name) => world.current(name).memberships[0]?.state)).toEqual(['pending', 'pending']);
  });

  it('of nothing but programs and bots names nobody', async () => {
    const world = await withMembers(1);
    world.slack.addUser('UBOT', '', { isBot: true });
    world.members('C1').add('UBOT');
    world.members('C1').add('U99');
    expect(await world.ask('r1')).toMatchObject({ totals: { unknown_user: 1 } });
  });

  it('fails where the system cannot be read, and changes nothing', async () => {
    const world = await withMembers(2);
    world.slack.failures.set('users', () => new SystemError('connection', 'invalid_auth'));
    expect(await world.ask('r1')).toMatchObject({ state: 'failed', reason: 'slack: invalid_auth' });
    expect(world.connections.said.map(({ type }) => type)).toContain('connection-stopped');
    expect(world.current('v1').memberships).toMatchObject([{ state: 'member' }]);
  });

  it('reads the other channels where one cannot be read', async () => {
    const world = await withMembers(2);
    world.slack.failures.set('members C1', () => new SystemError('channel', 'not_in_channel'));
    world.members('C5').delete('U1');
    expect(await world.ask('r1')).toMatchObject({ state: 'done', channels: 4, totals: { missing: 1 } });
    expect([...world.tasks.stored.values()]).toMatchObject([{ kind: 'channel_broken', subject: 't_area_district' }]);
  });

  it('hears of whoever joined and was not told of', async () => {
    const world = await withMembers(1);
    await world.enrol('late', 'late@x.org');
    await world.settleAll();
    world.slack.addUser('U50', 'late@x.org');
    await world.ask('r1');
    await world.settleAll();
    expect(world.current('late').onboarding.state).toBe('ADDED_TO_CHANNELS');
  });
});

describe('a run', () => {
  it('is taken by one of two that want it', async () => {
    const world = await withMembers(2);
    world.slack.calls.length = 0;
    await world.reconciliations.save(planned('2026-03-02', world.clock.now()), []);
    const [first, second] = await Promise.allSettled([world.run('2026-03-02'), world.run('2026-03-02')]);
    expect([first.status, second.status].toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(world.slack.calls.filter((call) => call === 'users')).toHaveLength(1);
  });

  it('is left alone while its process lives, and gone on with after its death', async () => {
    const world = await withMembers(2);
    const now = world.clock.now();
    const leaseUntil = new Date(now.getTime() + 60_000);
    await world.reconciliations.save({ ...asked('r1', false, 'root', now), leaseUntil, attempts: 1 }, []);
    await world.run('r1');
    expect(world.reconciliations.stored.get('r1')?.state).toBe('running');
    world.clock.pass(60_001);
    await world.run('r1');
    expect(world.reconciliations.stored.get('r1')).toMatchObject({ state: 'done', attempts: 2 });
  });

  it('that killed every process that tried is given up', async () => {
    const world = await withMembers(1);
    await world.reconciliations.save({ ...asked('r1', false, 'root', world.clock.now()), attempts: 5 }, []);
    await world.run('r1');
    expect(world.reconciliations.stored.get('r1')).toMatchObject({ state: 'failed', reason: 'gave_up' });
  });

  it('comes later where another one is under way', async () => {
    const world = await withMembers(1);
    const now = world.clock.now();
    await world.reconciliations.save({ ...asked('r1', false, 'root', now) }, []);
    await world.reconciliations.save(planned('2026-03-02', now), []);
    await world.run('2026-03-02');
    const late = world.reconciliations.stored.get('2026-03-02');
    expect(late).toMatchObject({ state: 'planned', startedAt: new Date(now.getTime() + 60_000) });
  });

  it('is let go of when its process ends', async () => {
    const world = await withMembers(1);
    world.end();
    const run = await world.ask('r1');
    expect(run).toMatchObject({ state: 'running', leaseUntil: world.clock.now() });
  });
});
