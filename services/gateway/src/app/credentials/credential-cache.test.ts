import { testClock } from '@guildhall/testing';
import { describe, expect, it } from 'vitest';
import { credentialCache } from './credential-cache.ts';
import type { Credential, Holder } from './credential.ts';

const credential = (key: string): Credential => ({ kind: 'session', hash: new Uint8Array(), key });

function setUp(capacity = 100) {
  const clock = testClock('2026-03-02T09:00:00Z');
  const real = { ms: 0 };
  const asked: string[] = [];
  const people = new Map<string, string>([
    ['ada', 'p1'],
    ['bob', 'p2'],
  ]);
  const life = { expiresAt: undefined as Date | undefined };
  const resolve = async ({ key }: Credential): Promise<Holder<string> | undefined> => {
    asked.push(key);
    const personId = people.get(key);
    const principal = {
      kind: 'session',
      personId: personId ?? '',
      sessionId: `s-${key}`,
      displayName: '',
      permissions: [],
    } as const;
    return personId === undefined ? undefined : { principal, person: personId, ...life };
  };
  const cache = credentialCache({ resolve, clock, realNow: () => real.ms, capacity });
  return { cache, clock, real, asked, people, life };
}

describe('who is behind a credential', () => {
  it('is asked once for all requests at the same time', async () => {
    const { cache, asked } = setUp();
    const found = await Promise.all([1, 2, 3].map(() => cache.find(credential('ada'))));
    expect(found.map((holder) => holder?.person)).toEqual(['p1', 'p1', 'p1']);
    expect(asked).toEqual(['ada']);
  });

  it('is believed for 30 seconds', async () => {
    const { cache, real, asked, people } = setUp();
    await cache.find(credential('ada'));
    real.ms = 19_999;
    await cache.find(credential('ada'));
    expect(asked).toHaveLength(1);
    people.delete('ada');
    real.ms = 30_000;
    expect(await cache.find(credential('ada'))).toBeUndefined();
  });

  it('is asked again once before the time is over, and nobody waits for that', async () => {
    const { cache, real, asked, people } = setUp();
    await cache.find(credential('ada'));
    people.set('ada', 'renamed');
    real.ms = 20_000;
    const meanwhile = await Promise.all([1, 2].map(() => cache.find(credential('ada'))));
    expect(meanwhile.map((holder) => holder?.person)).toEqual(['p1', 'p1']);
    real.ms = 39_000;
    expect((await cache.find(credential('ada')))?.person).toBe('renamed');
    expect(asked).toEqual(['ada', 'ada']);
  });

  it('is not renewed by an answer that a revocation overtook', async () => {
    const { cache, real, people } = setUp();
    await cache.find(credential('ada'));
    real.ms = 20_000;
    const found = cache.find(credential('ada'));
    cache.forgetSession('s-ada');
    await found;
    people.delete('ada');
    expect(await cache.find(credential('ada'))).toBeUndefined();
  });

  it('is believed for two seconds when it is nobody', async () => {
    const { cache, real, asked, people } = setUp();
    expect(await cache.find(credential('new'))).toBeUndefined();
    people.set('new', 'p3');
    real.ms = 1_999;
    expect(await cache.find(credential('new'))).toBeUndefined();
    real.ms = 2_000;
    expect((await cache.find(credential('new')))?.person).toBe('p3');
    expect(asked).toHaveLength(2);
  });

  it('is asked again as soon as the session has expired in business time', async () => {
    const { cache, clock, asked, life } = setUp();
    life.expiresAt = new Date('2026-03-02T10:00:00Z');
    await cache.find(credential('ada'));
    clock.set('2026-03-02T10:00:00Z');
    await cache.find(credential('ada'));
    expect(asked).toHaveLength(2);
  });

  it('is forgotten when the session is revoked, and only then', async () => {
    const { cache, people } = setUp();
    await Promise.all([cache.find(credential('ada')), cache.find(credential('bob'))]);
    people.clear();
    cache.forgetSession('s-ada');
    expect(await cache.find(credential('ada'))).toBeUndefined();
    expect((await cache.find(credential('bob')))?.person).toBe('p2');
  });

  it('is forgotten with all sessions of a person who changed', async () => {
    const { cache, people, asked } = setUp();
    people.set('ada-phone', 'p1');
    await Promise.all(['ada', 'ada-phone', 'bob'].map((key) => cache.find(credential(key))));
    cache.forgetPerson('p1');
    await Promise.all(['ada', 'ada-phone', 'bob'].map((key) => cache.find(credential(key))));
    expect(asked).toHaveLength(5);
  });

  it('is not remembered when a revocation came while it was asked', async () => {
    const { cache, asked } = setUp();
    const asking = cache.find(credential('ada'));
    cache.forgetSession('s-bob');
    await asking;
    await cache.find(credential('ada'));
    expect(asked).toHaveLength(2);
  });

  it('is doubted after two seconds while revocations cannot be heard', async () => {
    const { cache, real, asked } = setUp();
    await cache.find(credential('ada'));
    cache.hears(false);
    real.ms = 2_000;
    await cache.find(credential('ada'));
    cache.hears(true);
    real.ms = 4_000;
    await cache.find(credential('ada'));
    expect(asked).toHaveLength(2);
  });

  it('is asked anew on demand', async () => {
    const { cache, asked } = setUp();
    await cache.find(credential('ada'));
    await cache.findAnew(credential('ada'));
    expect(asked).toHaveLength(2);
  });

  it('is not remembered when it could not be asked', async () => {
    const { cache, asked } = setUp();
    let isBroken = true;
    const fragile = credentialCache({
      resolve: async (one) => (isBroken ? Promise.reject(new Error('away')) : cache.find(one)),
      clock: testClock('2026-03-02T09:00:00Z'),
      realNow: () => 0,
      capacity: 1,
    });
    await expect(fragile.find(credential('ada'))).rejects.toThrow('away');
    isBroken = false;
    expect((await fragile.find(credential('ada')))?.person).toBe('p1');
    expect(asked).toEqual(['ada']);
  });

  it('is remembered for the most recent callers only', async () => {
    const { cache, asked } = setUp(2);
    for (const key of ['ada', 'bob', 'ada', 'new', 'ada', 'bob']) await cache.find(credential(key));
    expect(asked).toEqual(['ada', 'bob', 'new', 'bob']);
  });
});
