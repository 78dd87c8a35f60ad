import { describe, expect, it, vi } from 'vitest';
import { AppError } from './errors.ts';
import { isStale, retryStale } from './retry-stale.ts';

const stale = new AppError('stale', 'store.stale_version', 'Somebody was faster.');

describe('retryStale', () => {
  it('decides anew when somebody was faster', async () => {
    const attempt = vi.fn<() => Promise<string>>().mockRejectedValueOnce(stale).mockResolvedValueOnce('done');
    await expect(retryStale(attempt)).resolves.toBe('done');
    expect(attempt).toHaveBeenCalledTimes(2);
  });

  it('gives up after five times, and says why', async () => {
    const attempt = vi.fn<() => Promise<never>>().mockRejectedValue(stale);
    await expect(retryStale(attempt)).rejects.toBe(stale);
    expect(attempt).toHaveBeenCalledTimes(5);
  });

  it('does not repeat anything else', async () => {
    const attempt = vi.fn<() => Promise<never>>().mockRejectedValue(new AppError('conflict', 'a.b', 'no'));
    await expect(retryStale(attempt)).rejects.toMatchObject({ kind: 'conflict' });
    expect(attempt).toHaveBeenCalledOnce();
  });
});

describe('isStale', () => {
  it('is said of a version that somebody else changed, and of nothing else', () => {
    const others = [new AppError('conflict', 'a.b', 'no'), new Error('stale'), undefined];
    expect([stale, ...others].map(isStale)).toEqual([true, false, false, false]);
  });
});
