import { describe, expect, it } from 'vitest';
import { aService } from '../testing.ts';
import { slackUserChangedHandler } from './hear-slack.ts';

const withDana = async () => {
  const service = aService();
  service.slack.addUser('U1', 'dana@x.org');
  await service.enrol('dana', 'dana@x.org');
  await service.settleAll();
  const hear = slackUserChangedHandler(service);
  const tell = (change: Partial<Parameters<typeof hear>[0]> = {}) =>
    hear({ userId: 'U1', email: 'dana@x.org', deleted: false, isBot: false, ...change });
  const open = () => [...service.tasks.stored.values()].filter(({ state }) => state === 'open').map(({ kind }) => kind);
  return { ...service, tell, open, state: () => service.current('dana').onboarding.state };
};

describe('an account that changed', () => {
  it('is somebody’s task while it is deactivated, and goes on when it is back', async () => {
    const world = await withDana();
    await world.tell({ deleted: true });
    expect([world.state(), world.open()]).toEqual(['BLOCKED', ['deactivated_account']]);
    await world.tell();
    await world.settleAll();
    expect([world.state(), world.open()]).toEqual(['ADDED_TO_CHANNELS', []]);
  });

  it('is somebody’s task while it has another address, and stays linked', async () => {
    const world = await withDana();
    await world.tell({ email: 'married@x.org' });
    expect([world.current('dana').slackUserId, world.open()]).toEqual(['U1', ['email_changed']]);
    await world.tell();
    expect(world.open()).toEqual([]);
  });

  it('is nobody’s task where it was linked by hand: its address was known to be another one', async () => {
    const world = await withDana();
    const dana = world.current('dana');
    world.volunteers.stored.set(dana.id, { ...dana, slackLink: 'manual' });
    await world.tell({ email: 'other@x.org' });
    expect(world.open()).toEqual([]);
  });

  it('is nothing where it is nobody’s', async () => {
    const world = await withDana();
    const before = world.current('dana');
    await world.tell({ userId: 'U9', email: 'nobody@x.org', deleted: true });
    expect(world.current('dana')).toEqual(before);
  });
});
