import { describe, expect, it } from 'vitest';
import { checklistConnector } from '../../adapters/systems/checklist-connector.ts';
import { advanceVolunteerHandler } from '../onboarding/advance-volunteer.ts';
import { asked } from '../../domain/reconciliation.ts';
import { SystemError } from '../systems/system-error.ts';
import { aBook, aCaller, aService, everywhere } from '../testing.ts';
import { comparing } from '../testing/access.ts';
import { leaveHandler } from '../volunteers/leave.ts';
import { completeTaskHandler } from './complete-task.ts';
import { listTasksHandler } from './list-tasks.ts';
import { tickOffOn } from './tick-off.ts';
import { verifyTaskIn } from './verify-task.ts';

const keys = {
  id: 'keys',
  system: 'checklist',
  name: 'Keys of the door',
  isPrivate: false,
  state: 'ok',
  autoCreate: false,
} as const;

/** A service where a key is handed over by hand to every branch manager. */
const withKeys = () => {
  const book = aBook();
  const rules = [...book.rules, everywhere('branch_manager', 'keys')];
  const service = aService({ ...book, channels: [...book.channels, keys], rules });
  const checklist = checklistConnector(service.tasks);
  const connectorOf = (system: string) => (system === 'checklist' ? checklist : service.slack.connector);
  const all = { ...comparing(service), connectorOf };
  const advance = advanceVolunteerHandler(all);
  const parts = { ...all, advance };
  const complete = completeTaskHandler({ ...parts, verify: verifyTaskIn(parts), tickOff: tickOffOn(parts) });
  const open = () => listTasksHandler(parts)({ state: 'open', volunteerId: '' });
  const keysOf = (name: string) => service.current(name).memberships.find(({ channelId }) => channelId === 'keys');
  const done = async (taskId: string) => complete({ taskId, caller: aCaller('ruth') });
  const isSettled = async (name: string) => advance(service.current(name).id);
  return { ...parts, open, keysOf, done, isSettled };
};

const withDana = async () => {
  const world = withKeys();
  world.slack.addUser('U1', 'dana@x.org');
  await world.enrol('dana', 'dana@x.org', 'branch_manager');
  await world.isSettled('dana');
  return world;
};

const taskId = async (world: Awaited<ReturnType<typeof withDana>>) => (await world.open())[0]!.task.id;

describe('a checklist', () => {
  it('asks a person, in words that name whom and what', async () => {
    const world = await withDana();
    expect(await world.open()).toMatchObject([
      { task: { kind: 'grant', verified: false }, subject: 'Keys of the door', volunteer: { volunteerId: 'dana' } },
    ]);
    expect(world.keysOf('dana')).toMatchObject({ held: false, state: 'pending' });
  });

  it('that is ticked off gives the access at once, with who did it', async () => {
    const world = await withDana();
    expect(await world.done(await taskId(world))).toMatchObject({ task: { state: 'done', doneBy: 'ruth' } });
    expect(world.keysOf('dana')).toMatchObject({ held: true, state: 'member' });
    const audits = world.saidOf('audited') as unknown as readonly { entry: object }[];
    expect(audits.map(({ entry }) => entry)).toContainEqual(
      expect.objectContaining({ action: 'membership.granted', actorId: 'ruth', subject: 'Keys of the door' }),
    );
  });

  it('asks for it back when its volunteer leaves', async () => {
    const world = await withDana();
    await world.done(await taskId(world));
    await leaveHandler(world)({ volunteerId: 'dana', date: '', reason: '', caller: aCaller() });
    await world.isSettled('dana');
    const revoke = (await world.open()).find(({ task }) => task.kind === 'revoke')!;
    expect(world.keysOf('dana')).toMatchObject({ held: true, state: 'removing' });
    await world.done(revoke.task.id);
    expect(world.keysOf('dana')).toMatchObject({ held: false, state: 'removed' });
  });

  it('ticked off after the role went changes nothing', async () => {
    const world = await withDana();
    const id = await taskId(world);
    const dana = world.current('dana');
    world.volunteers.stored.set(dana.id, { ...dana, memberships: [] });
    expect(await world.done(id)).toMatchObject({ task: { state: 'done' } });
    expect(world.keysOf('dana')).not.toMatchObject({ held: true });
  });

  it('cut short before the task was closed is ticked off again without harm', async () => {
    const world = await withDana();
    const id = await taskId(world);
    const { close } = world.tasks;
    world.tasks.close = async () => Promise.reject(new Error('the process died'));
    await expect(world.done(id)).rejects.toThrow('died');
    world.tasks.close = close;
    expect(await world.done(id)).toMatchObject({ task: { state: 'done' } });
    expect(world.keysOf('dana')).toMatchObject({ held: true });
  });

  it('of a role that was taken back before is closed by the comparison', async () => {
    const world = await withDana();
    const dana = world.current('dana');
    world.volunteers.stored.set(dana.id, { ...dana, memberships: [] });
    await world.reconciliations.save(asked('r1', false, 'root', world.clock.now()), []);
    await world.run('r1');
    expect((await world.open()).filter(({ task }) => task.kind === 'grant')).toEqual([]);
  });
});

describe('a task that the system shows', () => {
  const withLeaver = async () => {
    const world = await withDana();
    await leaveHandler(world)({ volunteerId: 'dana', date: '', reason: '', caller: aCaller() });
    const dana = world.current('dana');
    const none = { ...dana, memberships: dana.memberships.filter(({ system }) => system === 'slack') };
    world.volunteers.stored.set(dana.id, none);
    await world.isSettled('dana');
    const { task } = (await world.open()).find((one) => one.task.kind === 'deactivate_account')!;
    return { ...world, id: task.id };
  };

  it('stays open until it is shown, whoever says so', async () => {
    const world = await withLeaver();
    await expect(world.done(world.id)).rejects.toMatchObject({ code: 'volunteers.task_not_verified' });
    expect(await world.tasks.find(world.id)).toMatchObject({ state: 'open' });
  });

  it('is done when it is asked and shown', async () => {
    const world = await withLeaver();
    world.slack.users.set('U1', { ...world.slack.users.get('U1')!, deleted: true });
    expect(await world.done(world.id)).toMatchObject({ task: { state: 'done', doneBy: 'ruth' } });
    expect(world.current('dana').onboarding.state).toBe('OFFBOARDED');
  });

  it('cannot be completed while the system cannot be asked', async () => {
    const world = await withLeaver();
    world.slack.failures.set('user', () => new SystemError('call', 'internal_error'));
    await expect(world.done(world.id)).rejects.toMatchObject({ code: 'volunteers.system_unavailable' });
  });

  it('that there is none of is told', async () => {
    await expect(withKeys().done('nothing')).rejects.toMatchObject({ code: 'volunteers.task_not_found' });
  });

  it('of a broken channel is done when the channel is well, and what failed there goes on', async () => {
    const world = withKeys();
    world.slack.addUser('U2', 'noa@x.org');
    world.slack.failures.set('invite C5 U2', () => new SystemError('channel', 'is_archived'));
    world.inspector.archived.add('C5');
    await world.enrol('noa', 'noa@x.org');
    await world.isSettled('noa');
    const { task } = (await world.open()).find((one) => one.task.kind === 'channel_broken')!;
    await expect(world.done(task.id)).rejects.toMatchObject({ code: 'volunteers.task_not_verified' });
    world.slack.failures.clear();
    world.inspector.archived.clear();
    await world.done(task.id);
    await world.isSettled('noa');
    expect(world.current('noa').onboarding.state).toBe('ADDED_TO_CHANNELS');
  });
});
