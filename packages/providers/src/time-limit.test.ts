import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withTimeLimit } from './time-limit.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const never = () => new Promise<never>(() => undefined);

describe('a time limit', () => {
  it('returns what was in time, and leaves no timer behind', async () => {
    expect(await withTimeLimit(1_000, undefined, () => Promise.resolve('sent'))).toBe('sent');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends a call that ignores its signal, as an outage of unknown outcome', async () => {
    const outage = { permanent: false, outage: true, attempted: true };

    await Promise.all([
      expect(withTimeLimit(1_000, undefined, never)).rejects.toMatchObject(outage),
      vi.advanceTimersByTimeAsync(1_000),
    ]);
  });

  it('aborts the call when the caller does', async () => {
    const caller = new AbortController();
    const call = vi.fn<(signal: AbortSignal) => Promise<never>>(never);
    const limited = withTimeLimit(1_000, caller.signal, call);

    caller.abort(new Error('closing'));

    await expect(limited).rejects.toThrow('closing');
    expect(call.mock.calls[0]?.[0].aborted).toBe(true);
  });

  it('does not begin for a caller who has given up', async () => {
    const call = vi.fn<() => Promise<string>>(async () => 'sent');

    await expect(withTimeLimit(1_000, AbortSignal.abort(new Error('closing')), call)).rejects.toThrow('closing');
    expect(call).not.toHaveBeenCalled();
  });
});
