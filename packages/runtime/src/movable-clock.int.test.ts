import { type Bus, connectBus } from '@guildhall/messaging';
import { testNats, type TestNats } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { followSandboxClock } from './movable-clock.ts';

const day = 86_400_000;
let nats: TestNats;
let bus: Bus;
let sandbox: Bus;

beforeAll(async () => {
  nats = await testNats();
  bus = await connectBus({ servers: nats.url, name: 'register' });
  sandbox = await connectBus({ servers: nats.url, name: 'sandbox' });
});
afterAll(async () => {
  await bus.close();
  await sandbox.close();
  await nats.close();
});

/** Answers who asks for the time. Flushed: the broker knows of it before anybody else's question. */
const sandboxAt = async (offsetMs: number): Promise<() => void> => {
  const answers = sandbox.nc.subscribe('sandbox.clock.get', {
    callback: (_error, message) => void message.respond(JSON.stringify({ offsetMs })),
  });
  await sandbox.nc.flush();
  return () => answers.unsubscribe();
};

const aheadDays = (at: Date): number => Math.round((at.getTime() - Date.now()) / day);

describe('a process in the sandbox', () => {
  it('starts with the time the sandbox already has', async () => {
    const stopAnswering = await sandboxAt(3 * day);
    const following = await followSandboxClock(bus, 'register');

    expect(aheadDays(following.clock.now())).toBe(3);
    following.close();
    stopAnswering();
  });

  it('follows each move, says so by name and wakes who waits', async () => {
    const following = await followSandboxClock(bus, 'register');
    const woken = vi.fn();
    following.clock.onMove(woken);

    const acknowledged = await sandbox.nc.request('sandbox.clock', JSON.stringify({ offsetMs: -10 * day }), {
      timeout: 2_000,
    });

    expect(acknowledged.string()).toBe('register');
    expect(aheadDays(following.clock.now())).toBe(-10);
    expect(woken).toHaveBeenCalledOnce();
    following.close();
  });

  it('keeps real time while there is no sandbox, and follows one that appears later', async () => {
    const following = await followSandboxClock(bus, 'register');
    expect(aheadDays(following.clock.now())).toBe(0);

    const stopAnswering = await sandboxAt(day);
    await vi.waitFor(() => expect(aheadDays(following.clock.now())).toBe(1), { timeout: 4_000 });
    following.close();
    stopAnswering();
  });

  it('is not moved by nonsense', async () => {
    const following = await followSandboxClock(bus, 'register');

    await sandbox.nc.request('sandbox.clock', JSON.stringify({ offsetMs: 'soon' }), { timeout: 2_000 });

    expect(aheadDays(following.clock.now())).toBe(0);
    following.close();
  });
});
