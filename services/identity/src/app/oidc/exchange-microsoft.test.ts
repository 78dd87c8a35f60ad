import { AppError } from '@guildhall/kernel';
import { type TestClock, testClock } from '@guildhall/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Claims } from '../../domain/oidc/claims.ts';
import { type AccountsInMemory, accountsInMemory, makeAccount } from '../accounts/testing.ts';
import { anonymousCaller as caller } from '../testing.ts';
import type { MicrosoftTokens } from './ports.ts';

const profile: Claims = {
  provider: 'microsoft',
  subject: 'o-1',
  email: 'ada.lovelace@t1.example',
  isEmailVerified: false,
  firstName: 'Ada',
  lastName: 'Lovelace',
};

let clock: TestClock;
let accounts: AccountsInMemory;
let bearer: { tenantId: string; claims: Claims | AppError };
beforeEach(() => {
  clock = testClock('2026-10-27T15:00:00Z');
  bearer = { tenantId: 't1', claims: profile };
  const microsoft: MicrosoftTokens = {
    verify: async () => ({ tenantId: bearer.tenantId, objectId: 'o-1' }),
    claimsFor: async () => {
      if (bearer.claims instanceof AppError) throw bearer.claims;
      return bearer.claims;
    },
  };
  accounts = accountsInMemory(clock, { microsoft });
});

const exchange = () => accounts.exchangeMicrosoft({ token: 'a token', caller });

describe('exchanging a Microsoft token', () => {
  it('scenario 14: refuses a foreign tenant, whatever address its profile has, and records it', async () => {
    await makeAccount(accounts, { email: 'ada.lovelace@t1.example' });
    const before = accounts.sessions.all().length;
    bearer.tenantId = 't2';
    await expect(exchange()).rejects.toMatchObject({ kind: 'forbidden', code: 'identity.tenant_not_allowed' });
    expect(accounts.sessions.all()).toHaveLength(before);
    expect(accounts.recorded.at(-1)).toMatchObject({ action: 'login.refused', subjectId: 'o-1' });
  });

  it('scenario 14: makes nothing while the service does not answer', async () => {
    bearer.claims = new AppError('unavailable', 'identity.provider_unavailable', 'away');
    await expect(exchange()).rejects.toMatchObject({ kind: 'unavailable' });
    expect([accounts.people.all(), accounts.identities.all()]).toEqual([[], []]);
  });

  it('scenario 14: knows a person by tenant and object, whatever their address becomes', async () => {
    const first = await exchange();
    bearer.claims = { ...profile, email: 'ada.king@t1.example' };
    expect((await exchange()).person.id).toBe(first.person.id);
    expect(accounts.people.all()).toHaveLength(1);
  });

  it('gives the app a pair of tokens and opens no session', async () => {
    const { person, accessToken, refreshToken } = await exchange();
    expect([accessToken, refreshToken]).toEqual([`access of ${person.id}`, `refresh of ${person.id}`]);
    expect(accounts.sessions.all()).toEqual([]);
    expect(accounts.recorded.at(-1)).toMatchObject({ action: 'login', subjectId: person.id, via: 'token' });
  });

  it('links to the owner of an address of the tenant’s own domain', async () => {
    const { person } = await makeAccount(accounts, { email: 'ada.lovelace@t1.example' });
    expect((await exchange()).person.id).toBe(person.id);
  });

  it('never links by an address of a domain that is not the tenant’s', async () => {
    await makeAccount(accounts, { email: 'ada@elsewhere.example' });
    bearer.claims = { ...profile, email: 'ada@elsewhere.example' };
    await expect(exchange()).rejects.toMatchObject({ kind: 'conflict', code: 'identity.user_exists' });
    expect(accounts.people.all()).toHaveLength(1);
  });

  it('makes a person without a contact of an address that proves nothing', async () => {
    bearer.claims = { ...profile, email: 'ada@elsewhere.example' };
    const { person } = await exchange();
    expect(person.contacts).toEqual([]);
    expect((await exchange()).person.id).toBe(person.id);
  });

  it('turns disabled people away and records it', async () => {
    const { person } = await exchange();
    const current = (await accounts.people.find(person.id))!;
    await accounts.people.save({ ...current, version: current.version + 1, status: 'disabled' }, []);
    await expect(exchange()).rejects.toMatchObject({ code: 'identity.person_disabled' });
    expect(accounts.recorded.at(-1)).toMatchObject({ action: 'login.refused', subjectId: person.id });
  });

  it('makes one person of two exchanges at once', async () => {
    await Promise.all([exchange(), exchange()]);
    expect(accounts.people.all()).toHaveLength(1);
  });

  it('is not offered where no app is known', async () => {
    accounts = accountsInMemory(clock);
    await expect(exchange()).rejects.toMatchObject({ code: 'identity.provider_not_configured' });
  });
});
