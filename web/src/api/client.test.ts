import { describe, expect, it, vi } from 'vitest';
import { sessionOf } from '../testing/samples.ts';
import { createClient } from './client.ts';
import { Problem } from './problem.ts';
import { sessionQuery } from './session.ts';

const fails = (status: number) => vi.fn<() => Promise<never>>(() => Promise.reject(new Problem(status, {})));

describe('the answers of the platform', () => {
  it('tell when the person who was signed in is not known any more', async () => {
    const onExpired = vi.fn<() => void>();
    const client = createClient(onExpired);
    client.setQueryData(sessionQuery.queryKey, sessionOf());

    await client.fetchQuery({ queryKey: ['devices'], queryFn: fails(401) }).catch(() => undefined);

    expect(onExpired).toHaveBeenCalledOnce();
  });

  it('tell nothing of the sort to somebody who has not signed in', async () => {
    const onExpired = vi.fn<() => void>();
    const client = createClient(onExpired);
    client.setQueryData(sessionQuery.queryKey, null);

    await client.fetchQuery({ queryKey: ['devices'], queryFn: fails(401) }).catch(() => undefined);

    expect(onExpired).not.toHaveBeenCalled();
  });

  it.each([
    [0, 3],
    [503, 3],
    [404, 1],
    [429, 1],
  ])('are asked for again only where asking may help: status %i is tried %i times', async (status, tries) => {
    const ask = fails(status);
    const client = createClient(() => undefined);
    const { retry } = client.getDefaultOptions().queries ?? {};

    await client.fetchQuery({ queryKey: ['x'], queryFn: ask, retryDelay: 0, ...(retry && { retry }) }).catch(() => 0);

    expect(ask).toHaveBeenCalledTimes(tries);
  });

  it('leave no change waiting for a connection', () => {
    expect(createClient(() => undefined).getDefaultOptions().mutations?.networkMode).toBe('always');
  });
});
