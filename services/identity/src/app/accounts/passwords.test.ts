import { type TestClock, testClock } from '@guildhall/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { anonymousCaller as caller } from '../testing.ts';
import { type AccountsInMemory, accountsInMemory, ana, lastToken, mailsOf, makeAccount, sessionOf } from './testing.ts';

const newPassword = 'a brand new password';
let clock: TestClock;
let accounts: AccountsInMemory;
let personId: string;
beforeEach(async () => {
  clock = testClock('2026-10-27T15:00:00Z');
  accounts = accountsInMemory(clock);
  ({ id: personId } = (await makeAccount(accounts)).person);
});

const logIn = (password: string) => accounts.logIn({ email: ana.email, password, caller });
const openSessions = () => accounts.sessions.all().filter(({ revokedAt }) => !revokedAt);

describe('a forgotten password', () => {
  const complete = (password = newPassword, token = lastToken(accounts, 'password-reset')) =>
    accounts.completeReset({ token, password, caller });

  it('is set anew by the link, and every session ends', async () => {
    await accounts.requestReset({ email: ' ANA@example.com' });
    await complete();
    expect(openSessions()).toEqual([]);
    await expect(logIn(ana.password)).rejects.toMatchObject({ code: 'identity.bad_credentials' });
    await expect(logIn(newPassword)).resolves.toBeDefined();
    expect(mailsOf(accounts, 'password-changed')).toMatchObject([{ to: ana.email }]);
    expect(accounts.recorded).toContainEqual(
      expect.objectContaining({ action: 'password.reset', subjectId: personId }),
    );
  });

  it('of nobody is answered the same, and no mail leaves', async () => {
    await expect(accounts.requestReset({ email: 'zoe@example.com' })).resolves.toBeUndefined();
    expect(mailsOf(accounts, 'password-reset')).toEqual([]);
  });

  it('may be the first one, of somebody who signed in by code only', async () => {
    const kept = (await accounts.passwords.find(personId))!;
    await accounts.passwords.remove(kept);
    await accounts.requestReset({ email: ana.email });
    await complete();
    await expect(logIn(newPassword)).resolves.toBeDefined();
  });

  it('gets a link that works once, for half an hour, and until the next one', async () => {
    await accounts.requestReset({ email: ana.email });
    const first = lastToken(accounts, 'password-reset');
    await accounts.requestReset({ email: ana.email });
    const invalid = { kind: 'gone', code: 'identity.reset_invalid' };
    await expect(complete(newPassword, first)).rejects.toMatchObject(invalid);
    clock.advance(1_800_000);
    await expect(complete()).rejects.toMatchObject(invalid);
    clock.advance(-1);
    await complete();
    await expect(complete()).rejects.toMatchObject(invalid);
  });

  it('keeps its link when the new one is weak', async () => {
    await accounts.requestReset({ email: ana.email });
    await expect(complete('too short')).rejects.toMatchObject({ code: 'identity.weak_password' });
    await expect(complete()).resolves.toBeUndefined();
  });

  it('brings three mails an hour at most, without a word', async () => {
    for (let time = 0; time < 5; time += 1) await accounts.requestReset({ email: ana.email });
    expect(mailsOf(accounts, 'password-reset')).toHaveLength(3);
  });
});

describe('changing the password', () => {
  const change = (currentPassword: string, by = sessionOf(accounts, personId), password = newPassword) =>
    accounts.changePassword({ password, currentPassword, caller: by });

  it('with the old one gives this browser another session and ends all others', async () => {
    await logIn(ana.password);
    const before = openSessions().map(({ id }) => id);
    const { session } = await change(ana.password);
    expect(session).toMatchObject({ maxAgeSeconds: 604_800 });
    expect(openSessions().filter(({ id }) => before.includes(id))).toEqual([]);
    expect(openSessions()).toHaveLength(1);
    await expect(logIn(newPassword)).resolves.toBeDefined();
  });

  it('needs no old one within a quarter of an hour of signing in', async () => {
    clock.advance(900_000);
    await expect(change('')).resolves.toBeDefined();
  });

  it('later without the old one asks for a proof', async () => {
    clock.advance(900_001);
    await expect(change('')).rejects.toMatchObject({ code: 'identity.reauthentication_required' });
  });

  it('with a wrong one changes nothing, and ten of those lock it', async () => {
    const wrong = { kind: 'invalid', code: 'identity.wrong_password' };
    for (let time = 0; time < 10; time += 1) await expect(change('wrong password')).rejects.toMatchObject(wrong);
    await expect(change(ana.password)).rejects.toMatchObject({ code: 'identity.account_locked' });
    await expect(logIn(ana.password)).resolves.toBeDefined();
  });

  it('tells the owner by mail', async () => {
    await change(ana.password);
    expect(mailsOf(accounts, 'password-changed')).toMatchObject([{ to: ana.email }]);
  });

  it('refuses a weak one', async () => {
    await expect(change(ana.password, undefined, 'too short')).rejects.toMatchObject({
      code: 'identity.weak_password',
    });
  });
});

describe('what accounts keep of a person', () => {
  it('is told to them without secrets', async () => {
    const told = await accounts.exportAccount(personId);
    expect(told).toEqual({ password: { changedAt: '2026-10-27T15:00:00.000Z' }, services: [] });
  });

  it('is gone once they are erased, however often that is asked', async () => {
    await accounts.eraseAccount(personId);
    await accounts.eraseAccount(personId);
    expect(accounts.passwords.all()).toEqual([]);
  });
});
