import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { calls, type Interface } from './calls.ts';
import { ProviderError } from './provider-error.ts';
import type { Pause, Sharing } from './sharing.ts';

beforeEach(() => vi.useFakeTimers({ now: 0 }));
afterEach(() => vi.useRealTimers());

const open = (change: Partial<Interface> = {}) =>
  calls({
    name: 'vendor',
    state: 'sandbox',
    limitsOf: () => ({ concurrency: 32, perSecond: 100, burst: 100 }),
    timeLimitMs: 5_000,
    failure: (error) => error as ProviderError,
    ...change,
  });
const said = async () => 'said';
const failing = (error: ProviderError) => async (): Promise<never> => {
  throw error;
};
const outage = () => new ProviderError('down', { permanent: false, outage: true, about: 'call' });
const refused = () =>
  new ProviderError('no', { permanent: false, outage: true, account: true, about: 'connection', code: 'invalid_auth' });
const limited = (retryAfterSeconds: number) =>
  new ProviderError('slower', { permanent: false, retryAfterSeconds, about: 'call' });

describe('calls of an interface', () => {
  it('keep each method to its own limit', async () => {
    const guard = open({ limitsOf: (method) => ({ concurrency: 9, perSecond: method === 'slow' ? 1 : 100 }) });
    const at: [string, number][] = [];
    for (const method of ['slow', 'slow', 'quick', 'quick']) {
      void guard.run(method, async () => at.push([method, Date.now()]));
    }
    await vi.advanceTimersByTimeAsync(1_000);

    expect(at).toEqual([
      ['slow', 0],
      ['quick', 0],
      ['quick', 10],
      ['slow', 1_000],
    ]);
  });

  it('that would have to wait for long are not tries, and say when to come back', async () => {
    const guard = open({ limitsOf: () => ({ concurrency: 9, perSecond: 0.01 }) });
    await guard.run('list', said);
    const refusal = { permanent: false, attempted: false, retryAfterSeconds: 5, about: 'call' };
    await Promise.all([
      expect(guard.run('list', said)).rejects.toMatchObject(refusal),
      vi.advanceTimersByTimeAsync(2_000),
    ]);
  });

  it('wait longer where they may', async () => {
    const guard = open({ limitsOf: () => ({ concurrency: 9, perSecond: 0.1 }) });
    await guard.run('list', said);
    const waiting = guard.run('list', said, { patienceMs: 20_000 });
    await vi.advanceTimersByTimeAsync(10_000);

    expect(await waiting).toBe('said');
  });

  it('end at the time limit', async () => {
    const guard = open();
    await Promise.all([
      expect(guard.run('list', () => new Promise(() => undefined))).rejects.toMatchObject({ outage: true }),
      vi.advanceTimersByTimeAsync(5_000),
    ]);
  });

  it('are refused once it is closed, and what is under way comes to its end', async () => {
    const guard = open();
    const answer = Promise.withResolvers<string>();
    const running = guard.run('list', () => answer.promise);
    await vi.advanceTimersByTimeAsync(0);
    const closed = guard.close();
    await expect(guard.run('list', said)).rejects.toMatchObject({ attempted: false });
    answer.resolve('late');

    expect(await running).toBe('late');
    await closed;
  });
});

describe('a vendor that asks us to slow down', () => {
  it('is not called before that is over, to the second, and it was no try', async () => {
    const guard = open();
    await expect(guard.run('list', failing(limited(30)))).rejects.toMatchObject({
      attempted: false,
      retryAfterSeconds: 30,
    });

    await vi.advanceTimersByTimeAsync(10_000);
    await expect(guard.run('list', said)).rejects.toMatchObject({ attempted: false, retryAfterSeconds: 20 });
    const patient = guard.run('list', async () => Date.now(), { patienceMs: 60_000 });
    await vi.advanceTimersByTimeAsync(20_000);

    expect(await patient).toBe(30_000);
  });

  it('is still asked other things', async () => {
    const guard = open();
    await expect(guard.run('list', failing(limited(30)))).rejects.toThrow('slower');

    expect(await guard.run('info', said)).toBe('said');
  });

  it('is left alone by those who share the account too', async () => {
    const told: Pause[] = [];
    let tell: (pause: Pause) => void = () => undefined;
    const sharing: Sharing = {
      count: () => 2,
      changedAt: () => Number.NEGATIVE_INFINITY,
      tell: (pause) => told.push(pause),
      onPause: (listener) => void (tell = listener),
    };
    const guard = open({ sharing });
    await expect(guard.run('list', failing(limited(30)))).rejects.toThrow('slower');
    expect(told).toEqual([{ provider: 'vendor', isEmergency: false, key: 'list', ms: 30_000 }]);

    tell({ provider: 'vendor', isEmergency: false, key: 'info', ms: 7_000 });
    tell({ provider: 'another', isEmergency: false, key: 'kick', ms: 7_000 });

    await expect(guard.run('info', said)).rejects.toMatchObject({ attempted: false, retryAfterSeconds: 7 });
    expect(await guard.run('kick', said)).toBe('said');
  });
});

describe('the circuit of an account', () => {
  it('opens with the first refusal of the account, says so once, and closes by itself when it is accepted again', async () => {
    const alert = vi.fn<(provider: string, reason: string) => void>();
    const guard = open({ alert });
    const call = vi.fn<() => Promise<never>>(failing(refused()));
    for (let n = 0; n < 5; n += 1) {
      await expect(guard.run('list', call)).rejects.toMatchObject({ about: 'connection' });
    }
    expect([call.mock.calls.length, alert.mock.calls, guard.state()]).toEqual([1, [['vendor', 'no']], 'failing']);

    await vi.advanceTimersByTimeAsync(5_000);
    await expect(guard.run('list', call)).rejects.toMatchObject({ code: 'invalid_auth' });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await guard.run('list', said)).toBe('said');
    expect([alert.mock.calls.length, guard.state()]).toEqual([1, 'sandbox']);
  });

  it('is of that account alone: a new one is used at once', async () => {
    const guard = open();
    await expect(guard.run('list', failing(refused()), { account: 'old' })).rejects.toThrow('no');

    expect(await guard.run('list', said, { account: 'new' })).toBe('said');
  });

  it('opens after five outages in a row; meanwhile nothing is a try', async () => {
    const guard = open();
    for (let n = 0; n < 5; n += 1) {
      await expect(guard.run('list', failing(outage()))).rejects.toMatchObject({ about: 'call', attempted: true });
    }

    await expect(guard.run('info', said)).rejects.toMatchObject({ about: 'connection', attempted: false });
  });
});
