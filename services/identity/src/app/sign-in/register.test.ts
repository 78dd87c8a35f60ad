import { AppError } from '@guildhall/kernel';
import { type TestClock, testClock } from '@guildhall/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { anonymousCaller as caller, comeIn, type InMemoryIdentity, inMemoryIdentity, prove } from '../testing.ts';

let clock: TestClock;
let identity: InMemoryIdentity;
beforeEach(() => {
  clock = testClock('2026-03-02T08:55:00Z');
  identity = inMemoryIdentity(clock);
});

const proofOf = async (value = 'ada@example.org'): Promise<string> => {
  const proven = await prove(identity, value);
  return proven.status === 'needs-name' ? proven.registrationToken : '';
};
const register = (registrationToken: string, firstName = 'Ada', lastName = 'Lovelace') =>
  identity.register({ registrationToken, firstName, lastName, caller });

describe('registering', () => {
  it('scenario 1: makes the person behind the proven contact and signs in for a year', async () => {
    const { person, session } = await register(await proofOf(' Ada.Lovelace@Example.org '));

    expect(person).toMatchObject({ handle: 'ada.lovelace', kind: 'staff', roles: ['member'] });
    expect(person.contacts).toEqual([
      { id: expect.any(String), method: 'email', value: 'ada.lovelace@example.org', verifiedAt: clock.now() },
    ]);
    expect(session.maxAgeSeconds).toBe(31_536_000);
    const told = identity.facts.map(({ type }) => type);
    expect(told).toEqual([
      'code-requested',
      'person-created',
      'contact-verified',
      'person-reachable',
      'login-succeeded',
    ]);
  });

  it('takes people of other domains in as visitors', async () => {
    const { person } = await comeIn(identity, 'eve@elsewhere.example', 'Eve', 'Stranger');
    expect(person.kind).toBe('visitor');
  });

  it('numbers the handles of namesakes', async () => {
    const handles = [];
    for (const value of ['a@example.org', 'b@example.org', 'c@example.org']) {
      handles.push((await comeIn(identity, value, 'Ada', 'Lovelace')).person.handle);
    }
    expect(handles).toEqual(['ada.lovelace', 'ada.lovelace.1', 'ada.lovelace.2']);
  });

  it('keeps the token when a name cannot stand, and takes it once', async () => {
    const token = await proofOf();
    await expect(register(token, '  ')).rejects.toMatchObject({ code: 'identity.invalid_name' });
    await expect(register(token)).resolves.toBeDefined();
    await expect(register(token)).rejects.toMatchObject({ kind: 'gone', code: 'identity.registration_expired' });
    expect(identity.people.all()).toHaveLength(1);
  });

  it('makes one person and one session of two requests at once', async () => {
    const token = await proofOf();
    const both = await Promise.allSettled([register(token), register(token)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect([identity.people.all().length, identity.sessions.all().length]).toEqual([1, 1]);
  });

  it('refuses a token at ten minutes, and one that never was', async () => {
    const token = await proofOf();
    clock.advance(600_000);
    await expect(register(token)).rejects.toMatchObject({ code: 'identity.registration_expired' });
    await expect(register('made-up')).rejects.toMatchObject({ code: 'identity.registration_expired' });
  });

  it.each(['contacts', 'people', 'sessions'] as const)(
    'is completed by a repeat when a crash came at %s',
    async (at) => {
      const token = await proofOf();
      const { save } = identity[at];
      identity[at].save = () => Promise.reject(new AppError('unavailable', 'store.unavailable', 'gone'));
      await expect(register(token)).rejects.toMatchObject({ kind: 'unavailable' });
      Object.assign(identity[at], { save });

      await expect(register(token)).resolves.toMatchObject({ person: { handle: 'ada.lovelace' } });
      expect([identity.people.all().length, identity.sessions.all().length]).toEqual([1, 1]);
    },
  );

  it('lets somebody whose registration broke off sign in by another code', async () => {
    const token = await proofOf();
    Object.assign(identity.sessions, { save: () => Promise.reject(new AppError('unavailable', 'x.y', 'gone')) });
    await register(token).catch(() => undefined);
    Object.assign(identity.sessions, { save: async () => undefined });
    clock.advance(60_000);

    await expect(prove(identity, 'ada@example.org')).resolves.toMatchObject({ status: 'signed-in' });
  });
});
