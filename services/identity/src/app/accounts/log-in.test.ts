import { type TestClock, testClock } from '@guildhall/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { anonymousCaller as caller } from '../testing.ts';
import {
  type AccountsInMemory,
  accountsInMemory,
  ana,
  lastToken,
  makeAccount,
  onlyId,
  plainHasher,
  sessionOf,
} from './testing.ts';

let clock: TestClock;
let accounts: AccountsInMemory;
const start = (world = {}): void => {
  clock = testClock('2026-10-27T15:00:00Z');
  accounts = accountsInMemory(clock, world);
};
beforeEach(() => start());

const logIn = (password = ana.password, email = ana.email, by = caller) =>
  accounts.logIn({ email, password, caller: by });
const badCredentials = { kind: 'unauthenticated', code: 'identity.bad_credentials' };

describe('logging in', () => {
  it('T1: opens a session with the right password, and none with a wrong one', async () => {
    await makeAccount(accounts);
    const before = accounts.sessions.all().length;
    expect(await logIn()).toMatchObject({ person: { handle: 'ana.bell' }, session: { maxAgeSeconds: 604_800 } });
    await expect(logIn('wrong password!')).rejects.toMatchObject(badCredentials);
    expect(accounts.sessions.all()).toHaveLength(before + 1);
  });

  it('T2: invites a stranger to sign up', async () => {
    const invited = { code: 'identity.no_account', details: { signUp: 'https://members.example.org/sign-up' } };
    await expect(logIn(ana.password, 'zoe@example.com')).rejects.toMatchObject({ kind: 'not-found', ...invited });
  });

  it('T2: where names are hidden answers a stranger like a wrong password', async () => {
    start({ rules: { hidesAccounts: true } });
    await expect(logIn(ana.password, 'zoe@example.com')).rejects.toMatchObject(badCredentials);
  });

  it('says so when the account still waits for its mail, to whoever knows its password', async () => {
    await accounts.signUp(ana);
    await expect(logIn()).rejects.toMatchObject({ kind: 'forbidden', code: 'identity.account_pending' });
    await expect(logIn('wrong password!')).rejects.toMatchObject({ code: 'identity.no_account' });
  });

  it('takes a password however the keyboard composed it', async () => {
    await makeAccount(accounts, { password: 'café au lait ﬁne' });
    await expect(logIn('cafe\u0301 au lait fine')).resolves.toBeDefined();
  });

  it('ends the session this browser had before', async () => {
    const { person } = await makeAccount(accounts);
    const before = sessionOf(accounts, person.id);
    await logIn(ana.password, ana.email, before);
    expect(await accounts.sessions.find(before.principal.sessionId)).toMatchObject({ revokedAt: clock.now() });
  });

  it('turns disabled people away after the right password', async () => {
    const { person } = await makeAccount(accounts);
    const current = await accounts.people.find(person.id);
    await accounts.people.save({ ...current!, version: current!.version + 1, status: 'disabled' }, []);
    await expect(logIn()).rejects.toMatchObject({ code: 'identity.person_disabled' });
  });

  it('hashes a password anew once the parameters have changed', async () => {
    const { person } = await makeAccount(accounts);
    const kept = (await accounts.passwords.find(person.id))!;
    const hash = await plainHasher('then').hash(ana.password);
    await accounts.passwords.save({ ...kept, version: kept.version + 1, hash }, []);
    await logIn();
    expect(await accounts.passwords.find(person.id)).toMatchObject({ hash: `now ${ana.password}` });
  });
});

describe('wrong passwords', () => {
  const fail = async (times: number, email = ana.email): Promise<void> => {
    for (let time = 0; time < times; time += 1) await logIn('wrong password!', email).catch(() => undefined);
  };
  const locked = { kind: 'locked', code: 'identity.account_locked', retryAfterSeconds: 900 };

  it('ten within a quarter of an hour lock the name for as long, against the right one too', async () => {
    await makeAccount(accounts);
    await fail(10);
    await expect(logIn()).rejects.toMatchObject(locked);
    expect(accounts.recorded.at(-1)).toMatchObject({ action: 'login.locked' });
    clock.advance(900_000);
    await expect(logIn()).resolves.toBeDefined();
  });

  it('lock names nobody has just the same', async () => {
    await fail(10, 'zoe@example.com');
    await expect(logIn(ana.password, 'zoe@example.com')).rejects.toMatchObject(locked);
  });

  it('count no more after a right one', async () => {
    await makeAccount(accounts);
    await fail(9);
    await logIn();
    await fail(9);
    await expect(logIn()).resolves.toBeDefined();
    expect(accounts.tries.all()).toEqual([]);
  });

  it('at once are no more than ten', async () => {
    await makeAccount(accounts);
    const all = await Promise.allSettled(Array.from({ length: 40 }, () => logIn('wrong password!')));
    const tried = all.filter((one) => one.status === 'rejected' && one.reason.code === 'identity.bad_credentials');
    expect(tried.length).toBeLessThanOrEqual(10);
  });

  it('are forgotten when they count no more', async () => {
    await fail(1, 'zoe@example.com');
    const id = onlyId(accounts.tries);
    clock.advance(900_000);
    await accounts.forgetTries(id);
    expect(accounts.tries.all()).toEqual([]);
  });
});

it('logging out everywhere ends every session and says so', async () => {
  const { person } = await makeAccount(accounts);
  await logIn();
  await accounts.logOutEverywhere({ caller: sessionOf(accounts, person.id) });
  expect(accounts.sessions.all().every(({ revokedAt }) => revokedAt)).toBe(true);
  expect(accounts.recorded.at(-1)).toMatchObject({ action: 'logout.everywhere', subjectId: person.id });
});

it('a link of a mail is in no fact but the mail that carries it', async () => {
  await makeAccount(accounts);
  const token = lastToken(accounts, 'sign-up-confirm');
  const stored = JSON.stringify([accounts.signUps.all(), accounts.people.all(), accounts.recorded]);
  expect(stored).not.toContain(`"${token}"`);
});
