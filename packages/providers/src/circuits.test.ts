import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { circuits, REST_MS } from './circuits.ts';
import { ProviderError } from './provider-error.ts';

beforeEach(() => vi.useFakeTimers({ now: 0 }));
afterEach(() => vi.useRealTimers());

const down = () => Promise.reject(new ProviderError('down', { permanent: false, outage: true }));
const refused = () => Promise.reject(new ProviderError('no such channel', { permanent: true }));
const fine = () => Promise.resolve('sent');

const times = async (n: number, run: () => Promise<unknown>): Promise<void> => {
  for (let i = 0; i < n; i += 1) await run().catch(() => undefined);
};

describe('a circuit', () => {
  it('opens after five outages in a row and then answers without a call', async () => {
    const opened = vi.fn<(key: string) => void>();
    const { run } = circuits(opened);
    const call = vi.fn<() => Promise<string>>(fine);

    await times(5, () => run('north', down));

    await expect(run('north', call)).rejects.toMatchObject({ permanent: false, attempted: false });
    expect(call).not.toHaveBeenCalled();
    expect(opened).toHaveBeenCalledWith('north');
  });

  it('tells when to come back', async () => {
    const { run } = circuits(() => undefined);
    await times(5, () => run('north', down));

    await expect(run('north', fine)).rejects.toMatchObject({ retryAfterSeconds: REST_MS / 1_000 });
  });

  it('closes again after one probe that succeeds', async () => {
    const { run } = circuits(() => undefined);
    await times(5, () => run('north', down));
    vi.advanceTimersByTime(REST_MS);

    expect([await run('north', fine), await run('north', fine)]).toEqual(['sent', 'sent']);
  });

  it('stays closed over messages that were refused for their own sake', async () => {
    const { run } = circuits(() => undefined);
    await times(20, () => run('north', refused));

    expect(await run('north', fine)).toBe('sent');
  });

  it('does not close the way to another destination', async () => {
    const { run, isFailing } = circuits(() => undefined);
    await run('quay', fine);
    await times(5, () => run('north', down));

    expect(await run('quay', fine)).toBe('sent');
    expect(isFailing()).toBe(false);
  });

  it('calls the provider failing when no destination works', async () => {
    const { run, isFailing } = circuits(() => undefined);
    expect(isFailing()).toBe(false);
    await times(5, () => run('north', down));

    expect(isFailing()).toBe(true);
  });
});
