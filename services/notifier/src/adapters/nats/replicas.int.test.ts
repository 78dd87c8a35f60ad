import type { Bus } from '@guildhall/messaging';
import type { Pause } from '@guildhall/providers';
import { httpFake } from '@guildhall/providers/testing';
import { testBus, uniqueName } from '@guildhall/testing';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { joinReplicas, type Replicas } from './replicas.ts';

let bus: Bus;
const joined: Replicas[] = [];
beforeAll(async () => {
  bus = await testBus();
});
afterAll(() => bus.close());
afterEach(() => joined.splice(0).forEach((one) => one.close()));

const join = async (name: string, more: Readonly<{ beatMs?: number; goneMs?: number }> = {}) => {
  const one = await joinReplicas(bus, { name, ...more });
  joined.push(one);
  return one;
};
const pause: Pause = { provider: 'slack', isEmergency: false, key: '#building', ms: 30_000 };

describe('the replicas of one notifier', () => {
  it('know of each other by the time one begins', async () => {
    const name = uniqueName('replicas');
    const [first, second] = [await join(name), await join(name)];
    const third = await join(name);

    expect([first, second, third].map((one) => one.count())).toEqual([3, 3, 3]);
    expect(third.changedAt()).toBeGreaterThan(Date.now() - 5_000);
  });

  it('are alone where nobody has the same name', async () => {
    const [first, other] = [await join(uniqueName('replicas')), await join(uniqueName('replicas'))];

    expect([first.count(), other.count()]).toEqual([1, 1]);
    expect(first.changedAt()).toBe(Number.NEGATIVE_INFINITY);
  });

  it('share anew at once when one says that it goes', async () => {
    const name = uniqueName('replicas');
    const [first, second] = [await join(name), await join(name)];

    second.close();

    await vi.waitFor(() => expect(first.count()).toBe(1));
  });

  it('share anew when one is heard no more', async () => {
    const name = uniqueName('replicas');
    const first = await join(name, { beatMs: 50, goneMs: 1_000 });
    await join(name, { beatMs: 60_000 });
    expect(first.count()).toBe(2);

    await vi.waitFor(() => expect(first.count()).toBe(1), { timeout: 5_000 });
  });

  it('tell each other when a provider asks for a rest, and not themselves', async () => {
    const name = uniqueName('replicas');
    const [first, second] = [await join(name), await join(name)];
    const [heard, own] = [vi.fn<(pause: Pause) => void>(), vi.fn<(pause: Pause) => void>()];
    second.onPause(heard);
    first.onPause(own);

    first.tell(pause);

    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith(expect.objectContaining(pause)));
    expect(own).not.toHaveBeenCalled();
  });

  it('pay no heed to what makes no sense', async () => {
    const name = uniqueName('replicas');
    const [first, second] = [await join(name), await join(name)];
    const heard = vi.fn<(pause: Pause) => void>();
    second.onPause(heard);

    for (const ms of [-1, 1e12, 'long']) first.tell({ ...pause, ms: ms as number });
    first.tell(pause);

    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
  });
});

describe('two processes at a provider with a limit', () => {
  const [perSecond, burst] = [20, 6];

  /** Refuses whatever is above its limit: so many at once, so many a second after that. */
  async function strictly() {
    let [tokens, at, refused] = [burst, performance.now(), 0];
    const vendor = await httpFake();
    vendor.answer(() => {
      const now = performance.now();
      tokens = Math.min(burst, tokens + ((now - at) * perSecond) / 1_000);
      at = now;
      if (tokens < 1) {
        refused += 1;
        return { status: 429, headers: { 'retry-after': '1' }, body: 'rate_limited' };
      }
      tokens -= 1;
      return { body: 'ok' };
    });
    return { vendor, refused: () => refused };
  }

  const replica = async (name: string, to: string, count: number) => {
    const script = fileURLToPath(new URL('./replica.testing.ts', import.meta.url));
    const given = [bus.nc.getServer(), name, to, String(count), String(perSecond), String(burst)];
    const child = spawn(process.execPath, ['--conditions=@guildhall/source', script, ...given], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk) => (said += String(chunk)));
    await once(child, 'close');
    return JSON.parse(said) as { sent: number; failures: string[]; seconds: number };
  };

  it('use all of it together, and are never refused', async () => {
    const { vendor, refused } = await strictly();
    const [name, to] = [uniqueName('replicas'), `${vendor.url}/services/T0/B0/x`];

    const [many, few] = await Promise.all([replica(name, to, 90), replica(name, to, 30)]);

    expect([many, few]).toMatchObject([
      { sent: 90, failures: [] },
      { sent: 30, failures: [] },
    ]);
    expect([vendor.calls.length, refused()]).toEqual([120, 0]);
    // The one that is left takes the whole limit: with half of it for all the time it would need nine seconds.
    expect(many.seconds).toBeLessThan(8);
    await vendor.close();
  }, 30_000);
});
