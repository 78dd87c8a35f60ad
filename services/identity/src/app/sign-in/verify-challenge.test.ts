import { AppError } from '@guildhall/kernel';
import { type TestClock, testClock } from '@guildhall/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Rules } from '../use-cases.ts';
import {
  anonymousCaller as caller,
  comeIn,
  type InMemoryIdentity,
  inMemoryIdentity,
  lastCode,
  prove,
} from '../testing.ts';

const morning = '2026-03-02T08:55:00Z';
let clock: TestClock;
let identity: InMemoryIdentity;

const start = (change?: Partial<Rules>): void => {
  clock = testClock(morning);
  identity = inMemoryIdentity(clock, change);
};
beforeEach(() => start());

const ask = async (value = 'ada@example.org') => (await identity.createChallenge({ method: 'email', value })).id;
const verify = (challengeId: string, code = lastCode(identity)) =>
  identity.verifyChallenge({ challengeId, code, caller });

describe('verifying a code', () => {
  it('asks a newcomer for a name, and makes nobody yet', async () => {
    const proven = await verify(await ask());

    expect(proven).toEqual({ status: 'needs-name', registrationToken: expect.any(String) });
    expect(identity.people.all()).toEqual([]);
  });

  it('signs a known person in', async () => {
    await comeIn(identity, 'ada@example.org', 'Ada', 'Lovelace');
    clock.advance(60_000);

    const proven = await prove(identity, 'ADA@example.org');

    expect(proven).toMatchObject({
      status: 'signed-in',
      person: { handle: 'ada.lovelace' },
      session: { maxAgeSeconds: 31_536_000 },
    });
    expect(identity.recorded.filter(({ action }) => action === 'login')).toHaveLength(2);
  });

  it('ignores spaces, hyphens and the width of digits', async () => {
    const challengeId = await ask();
    const code = lastCode(identity);
    await expect(verify(challengeId, ` ${code.slice(0, 3)}-${code.slice(3)} `)).resolves.toBeDefined();
  });

  it('scenario 2: accepts a millisecond before expiry and refuses at it, opening nothing', async () => {
    const challengeId = await ask();
    clock.set('2026-03-02T09:09:59.999Z');
    await expect(verify(challengeId)).resolves.toMatchObject({ status: 'needs-name' });

    start();
    const copy = await ask();
    clock.set('2026-03-02T09:10:00.000Z');
    await expect(verify(copy)).rejects.toMatchObject({ kind: 'gone', code: 'identity.challenge_expired' });
    expect(identity.sessions.all()).toEqual([]);
  });

  it('scenario 4: of two right codes at once, one opens the only session and the other is gone', async () => {
    await comeIn(identity, 'ada@example.org', 'Ada', 'Lovelace');
    clock.advance(60_000);
    const before = identity.sessions.all().length;
    const challengeId = await ask();

    const both = await Promise.allSettled([verify(challengeId), verify(challengeId)]);

    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = both.find((one) => one.status === 'rejected');
    expect(refused?.reason).toMatchObject({ kind: 'gone', code: 'identity.challenge_expired' });
    expect(identity.sessions.all()).toHaveLength(before + 1);
  });

  it('scenario 4: two right codes of a newcomer give one registration', async () => {
    const challengeId = await ask();
    const both = await Promise.allSettled([verify(challengeId), verify(challengeId)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('says how many tries are left, and none after five', async () => {
    const challengeId = await ask();
    for (const remainingTries of [4, 3, 2, 1, 0]) {
      const refused = { kind: 'invalid', code: 'identity.wrong_code', details: { remainingTries } };
      await expect(verify(challengeId, '000000')).rejects.toMatchObject(refused);
    }
    await expect(verify(challengeId)).rejects.toMatchObject({ kind: 'locked', code: 'identity.challenge_locked' });
  });

  it('counts every wrong code even when they come at once', async () => {
    const challengeId = await ask();
    await Promise.allSettled([1, 2, 3].map(() => verify(challengeId, '000000')));
    await expect(verify(challengeId, '000000')).rejects.toMatchObject({ details: { remainingTries: 1 } });
  });

  it('locks the contact at the tenth wrong code within the hour, also against the right one', async () => {
    const first = await ask();
    for (let time = 0; time < 5; time += 1) await verify(first, '000000').catch(() => undefined);
    clock.advance(30_000);
    const second = await ask();
    for (let time = 0; time < 4; time += 1) await verify(second, '000000').catch(() => undefined);

    const locked = { kind: 'locked', code: 'identity.challenge_locked', retryAfterSeconds: 900 };
    await expect(verify(second, '000000')).rejects.toMatchObject(locked);
    await expect(verify(second)).rejects.toMatchObject(locked);
    expect(identity.facts).toContainEqual(expect.objectContaining({ type: 'contact-locked' }));
  });

  it('refuses a code that a newer one replaced', async () => {
    const challengeId = await ask();
    const code = lastCode(identity);
    clock.advance(30_000);
    await ask();
    await expect(verify(challengeId, code)).rejects.toMatchObject({ code: 'identity.challenge_expired' });
  });

  it('knows nothing of a challenge that never was', async () => {
    await expect(verify('no-such-challenge', '000000')).rejects.toMatchObject({ code: 'identity.challenge_not_found' });
  });

  it('turns strangers away only after proof, where the organisation takes none', async () => {
    start({ policy: { staffDomains: ['example.org'], unknownDomains: 'refuse' } });
    const challengeId = await ask('eve@elsewhere.example');
    await expect(verify(challengeId, '000000')).rejects.toMatchObject({ code: 'identity.wrong_code' });
    await expect(verify(challengeId)).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'identity.registration_refused',
    });
  });

  it('turns disabled people away after proof, and records it', async () => {
    const { person } = await comeIn(identity, 'ada@example.org', 'Ada', 'Lovelace');
    await identity.updatePerson({ personId: person.id, change: { status: 'disabled' }, caller });
    clock.advance(60_000);

    await expect(prove(identity, 'ada@example.org')).rejects.toMatchObject({ code: 'identity.person_disabled' });
    expect(identity.recorded.at(-1)).toMatchObject({ action: 'login.refused', subjectId: person.id });
  });

  it('completes the sign-in that a crash left between code and session, once', async () => {
    await comeIn(identity, 'ada@example.org', 'Ada', 'Lovelace');
    clock.advance(60_000);
    const challengeId = await ask();
    const crash = new AppError('unavailable', 'store.unavailable', 'gone');
    const { save } = identity.sessions;
    identity.sessions.save = () => Promise.reject(crash);
    // The use cases hold the very repository that is broken here.
    await verify(challengeId).catch(() => undefined);
    identity.sessions.save = save;

    const outcomes = await Promise.allSettled([verify(challengeId), verify(challengeId)]);

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(identity.sessions.all()).toHaveLength(2);
  });
});
