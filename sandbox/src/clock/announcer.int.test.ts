import type { Bus } from '@guildhall/messaging';
import { testBus } from '@guildhall/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { announceOffset, answerOffset } from './announcer.ts';

let bus: Bus;
const closers: (() => void)[] = [];
beforeAll(async () => {
  bus = await testBus();
});
afterAll(() => bus.close());
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

function follower(heard: number[]): void {
  const subscription = bus.nc.subscribe('sandbox.clock', {
    callback: (_error, message) => {
      heard.push(message.json<{ offsetMs: number }>().offsetMs);
      message.respond('follower');
    },
  });
  closers.push(() => subscription.unsubscribe());
}

describe('the announcer', () => {
  it('waits until every process that listens has followed', async () => {
    const heard: number[] = [];
    for (let count = 0; count < 3; count += 1) follower(heard);
    expect(await announceOffset(bus.nc, 5_000)).toBe(3);
    expect(heard).toEqual([5_000, 5_000, 5_000]);
  });

  it('does not wait when nobody listens', async () => {
    const started = performance.now();
    expect(await announceOffset(bus.nc, 1)).toBe(0);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('answers a process that asks at its start', async () => {
    answerOffset(bus.nc, () => 42_000);
    const answer = await bus.nc.request('sandbox.clock.get', '', { timeout: 1_000 });
    expect(answer.json()).toEqual({ offsetMs: 42_000 });
  });
});
