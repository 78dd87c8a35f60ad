import { testClock } from '@guildhall/testing';
import { describe, expect, it } from 'vitest';
import { comeIn, inMemoryIdentity } from '../testing.ts';

const morning = '2026-03-02T08:55:00Z';
const byEmail = (value: string) => ({ method: 'email', value }) as const;

describe('asking for a code', () => {
  it('sends one message to the normalised address, which lives as long as the code', async () => {
    const identity = inMemoryIdentity(testClock(morning));

    const challenge = await identity.createChallenge(byEmail(' Ada.Lovelace@Example.org '));

    expect(challenge).toEqual({
      id: expect.any(String),
      expiresAt: new Date('2026-03-02T09:10:00Z'),
      state: 'pending',
    });
    expect(challenge.id.length).toBeGreaterThanOrEqual(22);
    expect(identity.facts).toEqual([
      expect.objectContaining({
        type: 'code-requested',
        code: '482913',
        contact: expect.objectContaining({ value: 'ada.lovelace@example.org' }),
      }),
    ]);
  });

  it('answers and works the same for a contact that is known and one that is not', async () => {
    const clock = testClock(morning);
    const identity = inMemoryIdentity(clock);
    await comeIn(identity, 'known@example.org', 'Ada', 'Lovelace');
    clock.advance(30_000);
    identity.facts.length = 0;

    const known = await identity.createChallenge(byEmail('known@example.org'));
    const unknown = await identity.createChallenge(byEmail('unknown@example.org'));

    expect(Object.keys(unknown)).toEqual(Object.keys(known));
    expect({ ...unknown, id: '' }).toEqual({ ...known, id: '' });
    expect(unknown.id).toHaveLength(known.id.length);
    expect(identity.facts.map(({ type }) => type)).toEqual(['code-requested', 'code-requested']);
  });

  it('limits an unknown contact exactly as a known one', async () => {
    const clock = testClock(morning);
    const identity = inMemoryIdentity(clock);
    await comeIn(identity, 'known@example.org', 'Ada', 'Lovelace');
    await identity.createChallenge(byEmail('unknown@example.org'));

    const refused = { code: 'identity.too_many_challenges', retryAfterSeconds: 30 };
    await expect(identity.createChallenge(byEmail('known@example.org'))).rejects.toMatchObject(refused);
    await expect(identity.createChallenge(byEmail('UNKNOWN@example.org'))).rejects.toMatchObject(refused);
  });

  it('gives one code only when two are asked for at once', async () => {
    const identity = inMemoryIdentity(testClock(morning));

    const both = await Promise.allSettled([1, 2].map(() => identity.createChallenge(byEmail('ada@example.org'))));

    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(identity.contacts.all()).toHaveLength(1);
  });

  it('refuses what cannot be an address, and points at it', async () => {
    const identity = inMemoryIdentity(testClock(morning));
    const refused = { code: 'identity.invalid_contact', errors: [expect.objectContaining({ pointer: '/value' })] };
    await expect(identity.createChallenge(byEmail('ada'))).rejects.toMatchObject(refused);
    await expect(identity.createChallenge({ method: 'sms', value: 'ada' })).rejects.toMatchObject(refused);
  });

  it('refuses a way of signing in that is not offered', async () => {
    const identity = inMemoryIdentity(testClock(morning), { offered: ['email'] });
    const asking = identity.createChallenge({ method: 'sms', value: '+447700900123' });
    await expect(asking).rejects.toMatchObject({ kind: 'not-found', code: 'identity.unknown_method' });
  });
});

describe('codes by text message', () => {
  const bySms = (n: number) => ({ method: 'sms', value: `+44770090010${n}` }) as const;
  const asked = async (clock: ReturnType<typeof testClock>) => {
    const identity = inMemoryIdentity(clock);
    for (let n = 0; n < 5; n += 1) await identity.createChallenge(bySms(n));
    return identity;
  };

  it('are no more on one day than are paid for, whoever asks, and nothing of a refused one is kept', async () => {
    const clock = testClock(morning);
    const identity = await asked(clock);
    const refused = { kind: 'rate-limited', code: 'identity.text_budget_spent', retryAfterSeconds: 54_300 };
    await expect(identity.createChallenge(bySms(7))).rejects.toMatchObject(refused);
    expect(identity.facts).toHaveLength(5);
    expect(await identity.createChallenge(byEmail('ada@example.org'))).toMatchObject({ state: 'pending' });
    clock.set('2026-03-03T00:00:00Z');
    expect(await identity.createChallenge(bySms(7))).toMatchObject({ state: 'pending' });
  });

  it('are said to run low once, when four in five are spent', async () => {
    expect((await asked(testClock(morning))).warned).toEqual(['texts run low']);
  });
});
