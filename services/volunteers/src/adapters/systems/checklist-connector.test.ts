import { describe, expect, it } from 'vitest';
import type { Channel } from '../../domain/book.ts';
import { inMemoryTasks, testClock } from '../../app/testing.ts';
import { checklistConnector } from './checklist-connector.ts';

const keys: Channel = {
  id: 'keys',
  system: 'checklist',
  name: 'Keys of the door',
  isPrivate: false,
  state: 'ok',
  autoCreate: false,
};
const dana = { volunteerId: 'v1', email: 'dana@x.org', slackUserId: '' };

const world = () => {
  const tasks = inMemoryTasks(testClock('2026-03-02T08:00:00Z'));
  const open = () => [...tasks.stored.values()].filter(({ state }) => state === 'open').map(({ id }) => id);
  return { ...tasks, open, connector: checklistConnector(tasks) };
};

describe('a checklist', () => {
  it('asks a person, once, and waits', async () => {
    const { connector, open } = world();
    for (const _ of [1, 2]) {
      await expect(connector.grant(keys, dana)).rejects.toMatchObject({ fault: 'task', code: 'waits_for_task' });
    }
    expect(open()).toEqual(['grant-keys-v1']);
  });

  it('asks anew for what was done once', async () => {
    const { connector, open, close } = world();
    await connector.grant(keys, dana).catch(() => undefined);
    await close('grant-keys-v1', 'ruth');
    await expect(connector.grant(keys, dana)).rejects.toMatchObject({ fault: 'task' });
    expect(open()).toEqual(['grant-keys-v1']);
  });

  it('asks no more for the opposite of what it asks for', async () => {
    const { connector, open } = world();
    await connector.grant(keys, dana).catch(() => undefined);
    await connector.revoke(keys, dana).catch(() => undefined);
    expect(open()).toEqual(['revoke-keys-v1']);
  });
});
