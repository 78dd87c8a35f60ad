import { describe, expect, it, vi } from 'vitest';
import { guarded, type Vendor } from './guarded.ts';
import { ProviderError } from './provider-error.ts';
import type { Receipt } from './provider.ts';
import type { Pause, Sharing } from './sharing.ts';

type Letter = Readonly<{ to: string }>;

const provider = (call: Vendor<Letter>['call'], change: Partial<Vendor<Letter>> = {}) =>
  guarded<Letter>({
    name: 'pigeon',
    state: 'real',
    limits: { concurrency: 1 },
    timeLimitMs: 1_000,
    failure: (cause) => new ProviderError('The pigeon is lost.', { permanent: false, outage: true, cause }),
    call,
    ...change,
  });

const receipt: Receipt = { providerMessageId: 'p1' };
const options = { idempotencyKey: 'm1' };

describe('a guarded vendor', () => {
  it('is called with the key that is the same for every try', async () => {
    const call = vi.fn<Vendor<Letter>['call']>(async () => receipt);

    expect(await provider(call).send({ to: 'a' }, options)).toBe(receipt);
    expect(call).toHaveBeenCalledWith(
      { to: 'a' },
      { idempotencyKey: 'm1', signal: expect.any(AbortSignal) as AbortSignal },
    );
  });

  it('fails in its own words, whatever was thrown', async () => {
    const lost = provider(() => Promise.reject(new Error('ada@example.org is away')));

    await expect(lost.send({ to: 'a' }, options)).rejects.toMatchObject({ reason: 'The pigeon is lost.' });
  });

  it('lets the next one in after a failure', async () => {
    const call = vi.fn<Vendor<Letter>['call']>(async () => receipt).mockRejectedValueOnce(new Error('boom'));
    const pigeon = provider(call);

    await expect(pigeon.send({ to: 'a' }, options)).rejects.toThrow('lost');
    expect(await pigeon.send({ to: 'a' }, options)).toBe(receipt);
  });

  it('is not called by a turn that is given back unused', async () => {
    const call = vi.fn<Vendor<Letter>['call']>(async () => receipt);
    const pigeon = provider(call);

    const { release } = await pigeon.turn('a');
    release();
    await pigeon.turn('b');

    expect(call).not.toHaveBeenCalled();
  });

  it('is left alone for the time it asks for, and for nobody else’s', async () => {
    const slow = new ProviderError('Slow down.', { permanent: false, retryAfterSeconds: 60 });
    const call = vi.fn<Vendor<Letter>['call']>(async () => receipt).mockRejectedValueOnce(slow);
    const pigeon = provider(call, { keyOf: (to) => to });

    await expect(pigeon.send({ to: 'a' }, options)).rejects.toBe(slow);

    expect(pigeon.delayMs('a')).toBeGreaterThan(59_000);
    expect(pigeon.delayMs('b')).toBe(0);
  });

  it('is failing when its circuit is open, and never when it is off', async () => {
    const down = () => Promise.reject(new Error('boom'));
    const several = { limits: { concurrency: 9 } };
    const [real, none] = [provider(down, several), provider(down, { ...several, state: 'off' })];
    const fiveTimes = (pigeon: typeof real) =>
      Promise.allSettled(Array.from({ length: 5 }, () => pigeon.send({ to: 'a' }, options)));
    await Promise.all([fiveTimes(real), fiveTimes(none)]);

    expect([real.state(), none.state()]).toEqual(['failing', 'off']);
  });

  it('finishes what is on its way before it closes', async () => {
    const { promise, resolve } = Promise.withResolvers<Receipt>();
    const close = vi.fn<() => void>();
    const pigeon = provider(() => promise, { close });
    const sending = pigeon.send({ to: 'a' }, options);
    await Promise.resolve();

    const closing = pigeon.close();
    expect(close).not.toHaveBeenCalled();
    resolve(receipt);
    await closing;

    expect(close).toHaveBeenCalledOnce();
    expect(await sending).toBe(receipt);
  });
});

describe('an emergency', () => {
  it('goes at once, however many wait', async () => {
    const { promise: held, resolve } = Promise.withResolvers<void>();
    const order: string[] = [];
    const pigeon = provider(async ({ to }) => {
      order.push(to);
      if (to === 'usual') await held;
      return receipt;
    });
    const usual = Array.from({ length: 1_000 }, () => pigeon.send({ to: 'usual' }, options));

    await pigeon.send({ to: 'emergency' }, { ...options, priority: 0 });

    expect(order).toEqual(['usual', 'emergency']);
    expect(pigeon.delayMs('a', { priority: 0 })).toBe(0);
    resolve();
    await Promise.all(usual);
  });

  it('is not put off by a pause or an open circuit of the usual way', async () => {
    const slow = new ProviderError('Slow down.', { permanent: false, outage: true, retryAfterSeconds: 60 });
    const call = vi.fn<Vendor<Letter>['call']>(async () => receipt);
    const pigeon = provider(call, { limits: { concurrency: 9 } });
    for (let i = 0; i < 5; i += 1) call.mockRejectedValueOnce(slow);
    await Promise.allSettled(Array.from({ length: 5 }, () => pigeon.send({ to: 'a' }, options)));

    expect(pigeon.delayMs('a')).toBeGreaterThan(0);
    expect(pigeon.delayMs('a', { priority: 0 })).toBe(0);
    expect(await pigeon.send({ to: 'a' }, { ...options, priority: 0 })).toBe(receipt);
  });

  it('keeps to limits of its own', async () => {
    const { promise: held, resolve } = Promise.withResolvers<void>();
    const call = vi.fn<Vendor<Letter>['call']>(async () => held.then(() => receipt));
    const pigeon = provider(call, { emergencyLimits: { concurrency: 3 } });

    const sending = Array.from({ length: 9 }, () => pigeon.send({ to: 'a' }, { ...options, priority: 0 }));
    await vi.waitFor(() => expect(call).toHaveBeenCalledTimes(3));
    resolve();
    await Promise.all(sending);

    expect(call).toHaveBeenCalledTimes(9);
  });
});

describe('several processes with the same account', () => {
  /** Two that tell each other, with the number of both. */
  const shared = (count: () => number = () => 2): readonly [Sharing, Sharing] => {
    const listeners: ((pause: Pause) => void)[][] = [[], []];
    const one = (mine: number): Sharing => ({
      count,
      changedAt: () => Number.NEGATIVE_INFINITY,
      tell: (pause) => listeners[1 - mine]?.forEach((listener) => listener(pause)),
      onPause: (listener) => void listeners[mine]?.push(listener),
    });
    return [one(0), one(1)];
  };

  it('all wait when one is asked to, for that destination and lane', async () => {
    const slow = new ProviderError('Slow down.', { permanent: false, retryAfterSeconds: 60 });
    const [a, b] = shared();
    const first = provider(() => Promise.reject(slow), { keyOf: (to) => to, sharing: a });
    const second = provider(async () => receipt, { keyOf: (to) => to, sharing: b });

    await expect(first.send({ to: 'a' }, options)).rejects.toBe(slow);

    expect(second.delayMs('a')).toBeGreaterThan(59_000);
    expect([second.delayMs('b'), second.delayMs('a', { priority: 0 })]).toEqual([0, 0]);
  });

  it('take their part of the limit each', async () => {
    const limits = { concurrency: 99, perSecond: 20, burst: 10 };
    const calls: number[] = [];
    const call = async (): Promise<Receipt> => {
      calls.push(performance.now());
      return receipt;
    };
    const both = shared().map((sharing) => provider(call, { limits, sharing }));

    const begun = performance.now();
    await Promise.all(both.flatMap((one) => Array.from({ length: 12 }, () => one.send({ to: 'a' }, options))));

    expect(calls.filter((at) => at < begun + 40)).toHaveLength(10);
    expect(performance.now() - begun).toBeGreaterThan(600);
  });
});

describe('an account that is refused', () => {
  const refused = new ProviderError('The vendor refused our credentials.', {
    permanent: false,
    outage: true,
    account: true,
  });

  it('is said once, and closes the way at once', async () => {
    const alert = vi.fn<(provider: string, reason: string) => void>();
    const call = vi.fn<Vendor<Letter>['call']>(() => Promise.reject(refused));
    const pigeon = provider(call, { alert, keyOf: (to) => to });

    await expect(pigeon.send({ to: 'a' }, options)).rejects.toBe(refused);
    await expect(pigeon.send({ to: 'a' }, { ...options, priority: 0 })).rejects.toBe(refused);

    expect(pigeon.state()).toBe('failing');
    expect(call).toHaveBeenCalledTimes(2);
    expect(alert.mock.calls).toEqual([['pigeon', 'The vendor refused our credentials.']]);
    expect(pigeon.delayMs('never used')).toBe(0);
    expect(pigeon.restMs('never used', 1)).toBeGreaterThan(4_000);
  });

  it('is said again only after it had been accepted', async () => {
    const alert = vi.fn<(provider: string, reason: string) => void>();
    const call = vi.fn<Vendor<Letter>['call']>(() => Promise.reject(refused));
    const pigeon = provider(call, { alert });

    await expect(pigeon.send({ to: 'a' }, options)).rejects.toBe(refused);
    call.mockResolvedValueOnce(receipt);
    await pigeon.send({ to: 'a' }, { ...options, priority: 0 });
    await expect(pigeon.send({ to: 'a' }, { ...options, priority: 0 })).rejects.toBe(refused);

    expect(alert).toHaveBeenCalledTimes(2);
  });

  it('closes only its own way where each destination is an account', async () => {
    const call = vi.fn<Vendor<Letter>['call']>(async ({ to }) => (to === 'a' ? Promise.reject(refused) : receipt));
    const pigeon = provider(call, { keyOf: (to) => to, hasAccountPerKey: true });
    await expect(pigeon.send({ to: 'a' }, options)).rejects.toBe(refused);

    expect(await pigeon.send({ to: 'b' }, options)).toBe(receipt);
    expect([pigeon.restMs('a', 1) > 0, pigeon.restMs('b', 1)]).toEqual([true, 0]);
  });
});
