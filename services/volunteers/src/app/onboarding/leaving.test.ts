import { describe, expect, it } from 'vitest';
import { aCaller, aLink, aService } from '../testing.ts';
import { leaveHandler } from '../volunteers/leave.ts';
import { inviteAgainHandler } from './invite-again.ts';
import { ownFacts } from './own-facts.ts';

const dayMs = 86_400_000;

/** Dana, a branch manager, in the workspace as U1. */
const withDana = async () => {
  const service = aService();
  service.slack.addUser('U1', 'dana@x.org');
  await service.enrol('dana', 'dana@x.org', 'branch_manager');
  await service.settleAll();
  service.slack.calls.length = 0;
  const leave = (date = '') => leaveHandler(service)({ volunteerId: 'dana', date, reason: '', caller: aCaller() });
  const kicks = () => service.slack.calls.filter((call) => call.startsWith('kick'));
  const task = () => [...service.tasks.stored.values()].find(({ kind }) => kind === 'deactivate_account');
  return { ...service, leave, kicks, task, state: () => service.current('dana').onboarding.state };
};

const everyKick = ['C3', 'C4', 'C5'].map((id) => `kick ${id} U1`);

describe('leaving', () => {
  it('takes nothing before the day begins in the zone of the organisation, and everything then', async () => {
    const world = await withDana();
    await world.leave('2026-03-31');
    world.clock.set('2026-03-30T20:59:59Z');
    await world.settleAll();
    expect(world.kicks()).toEqual([]);
    world.clock.set('2026-03-30T21:00:00Z');
    await world.settleAll();
    expect(world.kicks().toSorted()).toEqual(everyKick);
  });

  it.each([1, 2, 3])('cut short after kick %i goes on with the others, each once', async (count) => {
    const world = await withDana();
    const { save } = world.volunteers;
    await world.leave();
    world.volunteers.save = async (volunteer, said, dueAt) => {
      if (world.kicks().length === count) throw new Error('the process died');
      await save(volunteer, said, dueAt);
    };
    await expect(world.settleAll()).rejects.toThrow('died');
    world.volunteers.save = save;
    world.clock.pass(60_001);
    await world.settleAll();
    const [repeated, once] = [world.kicks()[count - 1], new Set(world.kicks())];
    expect([...once].toSorted()).toEqual(everyKick);
    expect(world.kicks().filter((call) => call !== repeated)).toHaveLength(2);
    expect([...world.slack.channels.values()].every((members) => !members.has('U1'))).toBe(true);
  });

  it('asks a person to close the account, and looks every day whether it is', async () => {
    const world = await withDana();
    await world.leave();
    await world.settleAll();
    expect(world.task()).toMatchObject({ subject: 'U1', state: 'open', verified: true });
    expect(world.state()).toBe('OFFBOARDING');
    world.clock.pass(dayMs);
    await world.settleAll();
    expect(world.task()).toMatchObject({ state: 'open' });
    world.slack.users.set('U1', { ...world.slack.users.get('U1')!, deleted: true });
    await world.settleAll();
    expect(world.state()).toBe('OFFBOARDING');
    world.clock.pass(dayMs);
    await world.settleAll();
    expect(world.task()).toMatchObject({ state: 'done' });
    expect(world.state()).toBe('OFFBOARDED');
  });

  it('closes the account itself where it may, and asks nobody', async () => {
    const world = await withDana();
    world.accounts.deactivate = async () => 'deactivated';
    await world.leave();
    await world.settleAll();
    expect(world.task()).toBeUndefined();
    expect(world.state()).toBe('OFFBOARDED');
  });

  it('closes it the next day where it may by then', async () => {
    const world = await withDana();
    await world.leave();
    await world.settleAll();
    world.accounts.deactivate = async () => 'deactivated';
    world.clock.pass(dayMs);
    await world.settleAll();
    expect(world.task()).toMatchObject({ state: 'done' });
    expect(world.state()).toBe('OFFBOARDED');
  });

  it('sends nobody an invitation who waited for one', async () => {
    const service = aService();
    await service.enrol('noa', 'noa@x.org');
    await service.settleAll();
    expect(service.current('noa').onboarding.state).toBe('WAITING_FOR_LINK');
    await leaveHandler(service)({ volunteerId: 'noa', date: '', reason: '', caller: aCaller() });
    service.links.stored.set('l1', aLink('l1'));
    const nothing = async () => undefined;
    const more = { noteJoined: nothing, releasePlace: nothing, tidyTasks: nothing, audits: { redact: nothing } };
    await ownFacts({ ...service, ...more, inviteAgain: inviteAgainHandler(service) }).releaseQueue();
    await service.settleAll();
    expect(service.saidOf('invitation')).toEqual([]);
    expect(service.current('noa').onboarding.state).toBe('OFFBOARDED');
  });
});
