import { AccountService, ConfirmStatus } from '@guildhall/contracts/identity/v1/accounts';
import { client, type Client, newId, sealer } from '@guildhall/messaging';
import { aggregates, type IndexSpec } from '@guildhall/mongo';
import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { passwordIndexes, passwordRepository, triesRepository } from './adapters/mongo/password.repository.ts';
import {
  authorizationRepository,
  serviceIdentityIndexes,
  serviceIdentityRepository,
} from './adapters/mongo/service-identity.repository.ts';
import { signUpIndexes, signUpRepository } from './adapters/mongo/sign-up.repository.ts';
import { accountMessage } from './adapters/nats/account.messages.ts';
import { withAudits } from './adapters/nats/audit.messages.ts';
import { accountRepositoriesContract } from './app/accounts/repositories.contract.ts';
import { as, identityWorld, nobody } from './testing.ts';

type World = Awaited<ReturnType<typeof identityWorld>>;
const morning = '2026-10-27T15:00:00Z';
let world: World;
let accounts: Client<typeof AccountService>;
beforeAll(async () => {
  world = await identityWorld(morning, 2);
  accounts = client(world.bus, AccountService, { timeoutMs: 10_000 });
});
afterAll(() => world.close());
beforeEach(() => world.clock.set(morning));

const password = 'correct horse battery';
let people = 0;
const freshName = (): string => `ana${(people += 1)}@example.com`;
const logIn = (email: string, tried = password) => accounts.logIn({ email, password: tried }, nobody);
const resolve = (token = '') => {
  const value = createHash('sha256').update(token).digest();
  return world.identity.resolveCredential({ credential: { case: 'sessionHash', value } });
};

async function makeAccount(email = freshName()) {
  const asked = { email, password, firstName: 'Ana', lastName: 'Bell', timeZone: 'Europe/London', locale: 'en-GB' };
  const { browserSecret } = await accounts.signUp(asked, nobody);
  const token = await world.notifier.tokenFor(email, 'sign-up-confirm');
  const { status, person, session } = await accounts.confirmAccount({ token, browserSecret }, nobody);
  const resolved = await resolve(session?.token);
  const caller = as({ personId: person?.id ?? '', sessionId: resolved.sessionId });
  return { email, token, status, person, session, caller };
}

async function fresh<State>(indexes: readonly IndexSpec[] = []) {
  const made = aggregates<State>({ store: world.store, collection: `c_${newId().toLowerCase()}`, indexes });
  await made.ready();
  return made;
}

accountRepositoriesContract('the repositories in the store', async () => {
  const toMessage = withAudits(accountMessage(sealer(randomBytes(32)), 'https://members.example.org'));
  return {
    signUps: signUpRepository({ signUps: await fresh(signUpIndexes), toMessage }),
    passwords: passwordRepository({ passwords: await fresh(passwordIndexes), toMessage }),
    tries: triesRepository(await fresh()),
    identities: serviceIdentityRepository({ identities: await fresh(serviceIdentityIndexes), toMessage }),
    authorizations: authorizationRepository(await fresh()),
  };
});

describe('accounts', () => {
  it('begin by a mail, and sign the browser in that asked', async () => {
    const { status, person, session } = await makeAccount();
    expect(status).toBe(ConfirmStatus.SIGNED_IN);
    expect(person).toMatchObject({ timeZone: 'Europe/London', locale: 'en-GB' });
    expect(session?.maxAgeSeconds).toBe(604_800);
    expect(await resolve(session?.token)).toMatchObject({ person: { id: person?.id } });
  });

  it('T1: are entered by the right password and no other', async () => {
    const { email, person } = await makeAccount();
    const { session } = await logIn(` ${email.toUpperCase()}`);
    expect(await resolve(session?.token)).toMatchObject({ person: { id: person?.id } });
    await expect(logIn(email, 'not the password')).rejects.toMatchObject({ code: 'identity.bad_credentials' });
  });

  it('T4: of a name that is taken are refused without a mail', async () => {
    const { email } = await makeAccount();
    const before = world.notifier.asked.length;
    const again = { email: `  ${email.toUpperCase()} `, password, firstName: 'A', lastName: 'B' };
    await expect(accounts.signUp(again, nobody)).rejects.toMatchObject({ code: 'identity.user_exists' });
    await makeAccount();
    const since = world.notifier.asked.slice(before);
    expect(since.filter(({ to }) => to === email)).toEqual([]);
  });

  it('are made once by two replicas that are asked at once', async () => {
    const email = freshName();
    const asked = { email, password, firstName: 'Ana', lastName: 'Bell' };
    const { browserSecret } = await accounts.signUp(asked, nobody);
    const token = await world.notifier.tokenFor(email, 'sign-up-confirm');
    const all = await Promise.allSettled(
      Array.from({ length: 8 }, () => accounts.confirmAccount({ token, browserSecret }, nobody)),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(logIn(email)).resolves.toMatchObject({ person: { firstName: 'Ana' } });
  });

  it('lock after ten wrong passwords, over all replicas together', async () => {
    const { email } = await makeAccount();
    const tries = await Promise.allSettled(Array.from({ length: 30 }, () => logIn(email, 'not the password')));
    const codes = tries.map((one) => (one.status === 'rejected' ? (one.reason as { code: string }).code : 'in'));
    expect(codes.filter((code) => code === 'identity.bad_credentials').length).toBeLessThanOrEqual(10);
    for (let time = 0; time < 10; time += 1) await logIn(email, 'not the password').catch(() => undefined);
    await expect(logIn(email)).rejects.toMatchObject({ kind: 'locked', code: 'identity.account_locked' });
  });

  it('get a new password by mail, which ends every session', async () => {
    const { email, session } = await makeAccount();
    await accounts.requestPasswordReset({ email }, nobody);
    const token = await world.notifier.tokenFor(email, 'password-reset');
    await accounts.completePasswordReset({ token, password: 'a brand new password' }, nobody);
    expect(await resolve(session?.token)).not.toHaveProperty('person');
    await expect(logIn(email, 'a brand new password')).resolves.toBeDefined();
  });

  it('change their password under a new session, and the old one opens nothing', async () => {
    const { session, caller } = await makeAccount();
    const changed = await accounts.changePassword({ password: 'a brand new password' }, caller);
    expect(await resolve(session?.token)).not.toHaveProperty('person');
    expect(await resolve(changed.session?.token)).toHaveProperty('person');
  });

  it('are left everywhere at once', async () => {
    const { email, session, caller } = await makeAccount();
    const other = await logIn(email);
    await accounts.logOutEverywhere({}, caller);
    expect(await resolve(session?.token)).not.toHaveProperty('person');
    expect(await resolve(other.session?.token)).not.toHaveProperty('person');
  });

  it('keep no password that could be read, and no link', async () => {
    const { token } = await makeAccount();
    const collections = await world.store.connection.db?.collections();
    const stored = await Promise.all((collections ?? []).map((one) => one.find({}).toArray()));
    const text = JSON.stringify(stored);
    expect(text).not.toContain(password);
    expect(text).not.toContain(token);
  });
});

describe('T2: a stranger and a wrong password', () => {
  const median = (values: readonly number[]): number =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

  it('differ by less than 20 ms in the median of 50 tries', { timeout: 60_000 }, async () => {
    const known = await Promise.all(Array.from({ length: 5 }, async () => (await makeAccount()).email));
    const took: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
    const time = async (name: 'known' | 'unknown', email: string): Promise<void> => {
      const started = performance.now();
      await logIn(email, 'not the password').catch(() => undefined);
      took[name].push(performance.now() - started);
    };
    for (let round = 0; round < 50; round += 1) {
      // No name ever locks: the tries of the quarter of an hour before do not count.
      world.clock.advance(100_000);
      const both = [
        () => time('known', known[round % known.length] ?? ''),
        () => time('unknown', `stranger${round % known.length}@example.com`),
      ];
      // What falls due when the clock moves disturbs whoever is first.
      for (const one of round % 2 === 0 ? both : both.toReversed()) await one();
    }
    expect(Math.abs(median(took.known) - median(took.unknown))).toBeLessThan(20);
  });
});
