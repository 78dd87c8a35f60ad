import { connectBus } from '@guildhall/messaging';
import { followSandboxClock } from '@guildhall/runtime';
import { type TestNats, testNats } from '@guildhall/testing';
import { systemClock } from '@guildhall/kernel';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clockLink } from './clock-link.ts';
import { SandboxClock } from './sandbox-clock.ts';

let nats: TestNats;
const closers: (() => unknown)[] = [];
beforeEach(async () => {
  nats = await testNats();
});
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  await nats.close();
});

const never = new AbortController().signal;
const fail = (error: unknown) => {
  throw error;
};

async function linked(clock: SandboxClock) {
  const link = clockLink(fail);
  closers.push(() => link.close());
  await link.connect(nats.url, clock, never);
  return link;
}

async function follower() {
  const bus = await connectBus({ servers: nats.url, name: 'follower' });
  const following = await followSandboxClock(bus, 'follower');
  closers.push(
    () => bus.close(),
    () => following.close(),
  );
  return () => following.clock.now().getTime() - Date.now();
}

const hour = 3_600_000;

describe('the clock over the broker', () => {
  it('takes a process that starts later to the same time', async () => {
    await linked(new SandboxClock(systemClock, hour));
    const offset = await follower();
    expect(offset()).toBeCloseTo(hour, -2);
  });

  it('has every process follow by the time a move is over', async () => {
    const clock = new SandboxClock(systemClock);
    const link = await linked(clock);
    const [one, other] = [await follower(), await follower()];
    clock.advance(3_600);
    await link.announce(clock.offsetMs);
    expect(one()).toBeCloseTo(hour, -2);
    expect(other()).toBeCloseTo(hour, -2);
  });

  it('catches up after the broker was away', async () => {
    const clock = new SandboxClock(systemClock);
    const link = await linked(clock);
    const offset = await follower();
    await nats.kill();
    clock.advance(3_600);
    await link.announce(clock.offsetMs);
    await nats.restart();
    await vi.waitFor(() => expect(offset()).toBeCloseTo(hour, -2), { timeout: 10_000, interval: 50 });
  });

  it('moves for the sandbox alone while there is no broker', async () => {
    await expect(clockLink(fail).announce(hour)).resolves.toBeUndefined();
  });
});
