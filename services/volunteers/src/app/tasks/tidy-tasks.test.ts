import { describe, expect, it } from 'vitest';
import { closingTask, deactivatedTask, emailTask } from '../onboarding/account-tasks.ts';
import { aCaller, aService } from '../testing.ts';
import { leaveHandler, reinstateHandler } from '../volunteers/leave.ts';
import { tidyTasksHandler } from './tidy-tasks.ts';

const withDana = async () => {
  const service = aService();
  const { id } = await service.enrol('dana', 'dana@x.org');
  const open = async () => (await service.tasks.list({ state: 'open', volunteerId: id })).map(({ kind }) => kind);
  return { ...service, id, open, tidy: tidyTasksHandler(service) };
};
const asked = { volunteerId: 'dana', reason: '', caller: aCaller() };

describe('tasks of a volunteer', () => {
  it('about the account they use are over when they leave', async () => {
    const world = await withDana();
    await world.tasks.open(emailTask(world.current('dana')));
    await world.tasks.open(deactivatedTask(world.current('dana'), 'U1'));
    await world.tidy(world.id);
    expect(await world.open()).toEqual(['email_changed', 'deactivated_account']);
    await leaveHandler(world)({ ...asked, date: '' });
    await world.tidy(world.id);
    expect(await world.open()).toEqual([]);
  });

  it('to close the account are over when they come back', async () => {
    const world = await withDana();
    await leaveHandler(world)({ ...asked, date: '' });
    await world.tasks.open(closingTask(world.current('dana')));
    await world.tidy(world.id);
    expect(await world.open()).toEqual(['deactivate_account']);
    await reinstateHandler(world)(asked);
    await world.tidy(world.id);
    expect(await world.open()).toEqual([]);
  });

  it('are all over when they were erased', async () => {
    const world = await withDana();
    await world.tasks.open(closingTask(world.current('dana')));
    world.volunteers.stored.set(world.id, { ...world.current('dana'), status: 'left', erased: true });
    await world.tidy(world.id);
    expect(await world.open()).toEqual([]);
  });
});
