import { type TestClock, testClock } from '@guildhall/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { anonymousCaller as caller } from '../testing.ts';
import {
  type AccountsInMemory,
  accountsInMemory,
  ana,
  goodPassword,
  lastToken,
  mailsOf,
  makeAccount,
  onlyId,
} from './testing.ts';

let clock: TestClock;
let accounts: AccountsInMemory;
const start = (rules = {}): void => {
  clock = testClock('2026-10-27T15:00:00Z');
  accounts = accountsInMemory(clock, { rules });
};
beforeEach(() => start());

const confirm = (token: string, browserSecret = '') => accounts.confirm({ token, browserSecret, caller });

describe('signing up', () => {
  it('makes nobody before the mail is confirmed', async () => {
    await accounts.signUp(ana);
    expect(accounts.people.all()).toEqual([]);
    expect(mailsOf(accounts)).toMatchObject([{ template: 'sign-up-confirm', to: 'ana@example.com' }]);
  });

  it('confirmed by the browser that asked makes the account and signs that browser in', async () => {
    const { person, session } = await makeAccount(accounts);
    expect(person).toMatchObject({ handle: 'ana.bell', contacts: [{ value: 'ana@example.com' }] });
    expect(session.maxAgeSeconds).toBe(604_800);
    expect(accounts.sessions.all()).toMatchObject([{ way: 'password' }]);
  });

  it('confirmed by another browser makes the account and signs nobody in', async () => {
    await accounts.signUp(ana);
    const token = lastToken(accounts, 'sign-up-confirm');
    expect(await confirm(token, 'another secret')).toEqual({});
    expect([accounts.people.all().length, accounts.sessions.all().length]).toEqual([1, 0]);
  });

  it('takes zone and language from the browser, and leaves what is none', async () => {
    await makeAccount(accounts, { timeZone: 'Europe/London', locale: 'EN-gb' } as Partial<typeof ana>);
    await makeAccount(accounts, { email: 'bo@example.com', timeZone: 'Moon/Base', locale: '!' } as Partial<typeof ana>);
    expect(accounts.people.all()).toMatchObject([
      { timeZone: 'Europe/London', locale: 'en-GB' },
      { timeZone: '', locale: '' },
    ]);
  });

  it.each([['short one'], ['x'.repeat(129)], ['passwordpassword']])('refuses the password "%s"', async (password) => {
    const weak = { kind: 'malformed', code: 'identity.weak_password', errors: [{ pointer: '/password' }] };
    await expect(accounts.signUp({ ...ana, password })).rejects.toMatchObject(weak);
    expect(mailsOf(accounts)).toEqual([]);
  });

  it('takes any twelve characters, counted as people count them', async () => {
    await expect(accounts.signUp({ ...ana, password: '🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢🐢a' })).resolves.toBeDefined();
  });

  it('refuses what is no address', async () => {
    await expect(accounts.signUp({ ...ana, email: 'ana' })).rejects.toMatchObject({ code: 'identity.invalid_email' });
  });
});

describe('a link of a sign-up', () => {
  it('works once', async () => {
    await makeAccount(accounts);
    const gone = { kind: 'gone', code: 'identity.confirmation_invalid' };
    await expect(confirm(lastToken(accounts, 'sign-up-confirm'))).rejects.toMatchObject(gone);
  });

  it('works for a day, the last millisecond excluded', async () => {
    await accounts.signUp(ana);
    clock.set('2026-10-28T15:00:00.000Z');
    await expect(confirm(lastToken(accounts, 'sign-up-confirm'))).rejects.toMatchObject({ kind: 'gone' });
    clock.set('2026-10-28T14:59:59.999Z');
    await expect(confirm(lastToken(accounts, 'sign-up-confirm'))).resolves.toEqual({});
  });

  it('is void after another sign-up of the name, whose password counts', async () => {
    await accounts.signUp(ana);
    const first = lastToken(accounts, 'sign-up-confirm');
    await accounts.signUp({ ...ana, password: 'another good password' });
    await expect(confirm(first)).rejects.toMatchObject({ code: 'identity.confirmation_invalid' });
    await confirm(lastToken(accounts, 'sign-up-confirm'));
    await expect(accounts.logIn({ ...ana, caller })).rejects.toMatchObject({ code: 'identity.bad_credentials' });
    await expect(
      accounts.logIn({ email: ana.email, password: 'another good password', caller }),
    ).resolves.toBeDefined();
  });

  it('makes one account of two who press the button at once', async () => {
    const { browserSecret } = await accounts.signUp(ana);
    const token = lastToken(accounts, 'sign-up-confirm');
    const both = await Promise.allSettled([confirm(token, browserSecret), confirm(token, browserSecret)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect([accounts.people.all().length, accounts.sessions.all().length]).toEqual([1, 1]);
  });

  it('completes what a crash between person and password left', async () => {
    const { browserSecret } = await accounts.signUp(ana);
    const { save } = accounts.passwords;
    accounts.passwords.save = () => Promise.reject(new Error('crash'));
    await expect(confirm(lastToken(accounts, 'sign-up-confirm'), browserSecret)).rejects.toThrow('crash');
    accounts.passwords.save = save;
    await confirm(lastToken(accounts, 'sign-up-confirm'), browserSecret);
    expect(accounts.people.all()).toHaveLength(1);
    await expect(accounts.logIn({ ...ana, caller })).resolves.toBeDefined();
  });

  it('makes nobody where the organisation takes none', async () => {
    start({ policy: { staffDomains: ['example.org'], unknownDomains: 'refuse' } });
    await accounts.signUp(ana);
    await expect(confirm(lastToken(accounts, 'sign-up-confirm'))).rejects.toMatchObject({
      code: 'identity.registration_refused',
    });
  });
});

describe('a name that somebody has', () => {
  it('T4: is refused in any spelling, and no mail leaves', async () => {
    await makeAccount(accounts);
    const before = mailsOf(accounts).length;
    const taken = { kind: 'conflict', code: 'identity.user_exists' };
    await expect(accounts.signUp({ ...ana, email: '  ANA@Example.com ' })).rejects.toMatchObject(taken);
    expect(mailsOf(accounts)).toHaveLength(before);
  });

  it('T4: where names are hidden is answered like any other, and its owner is told', async () => {
    start({ hidesAccounts: true });
    await makeAccount(accounts);
    expect(await accounts.signUp({ ...ana, email: '  ANA@Example.com ' })).toEqual({
      browserSecret: expect.any(String),
    });
    expect(mailsOf(accounts, 'sign-up-exists')).toMatchObject([{ to: 'ana@example.com' }]);
    await expect(accounts.logIn({ email: ana.email, password: goodPassword, caller })).resolves.toBeDefined();
  });

  it.each([false, true])('gets three mails an hour, also where names are hidden: %s', async (hidesAccounts) => {
    start({ hidesAccounts });
    if (hidesAccounts) await makeAccount(accounts);
    clock.advance(3_600_000);
    for (let time = 0; time < 3; time += 1) await accounts.signUp(ana);
    const enough = { kind: 'rate-limited', code: 'identity.too_many_mails', retryAfterSeconds: 3_600 };
    await expect(accounts.signUp(ana)).rejects.toMatchObject(enough);
    clock.advance(3_600_000);
    await expect(accounts.signUp(ana)).resolves.toBeDefined();
  });
});

it('a sign-up that nobody confirmed is forgotten after a day', async () => {
  await accounts.signUp(ana);
  const id = onlyId(accounts.signUps);
  clock.advance(86_399_000);
  await accounts.forgetSignUp(id);
  expect(accounts.signUps.all()).toHaveLength(1);
  clock.advance(1_000);
  await accounts.forgetSignUp(id);
  expect(accounts.signUps.all()).toEqual([]);
});
