import { AppError } from '@guildhall/kernel';
import { type TestClock, testClock } from '@guildhall/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Claims } from '../../domain/oidc/claims.ts';
import {
  type AccountsInMemory,
  accountsInMemory,
  ana,
  lastToken,
  mailsOf,
  makeAccount,
  onlyId,
  sessionOf,
} from '../accounts/testing.ts';
import { anonymousCaller } from '../testing.ts';
import type { ServiceSignInFinished } from './finish.ts';

const names = { firstName: 'Ana', lastName: 'Bell' };
const google: Claims = { provider: 'google', subject: 'g-1', email: ana.email, isEmailVerified: true, ...names };
const microsoft: Claims = {
  provider: 'microsoft',
  subject: 'o-1',
  tenantId: 't1',
  email: ana.email,
  isEmailVerified: false,
  ...names,
};
const zoom: Claims = { provider: 'zoom', subject: 'z-1', email: ana.email, isEmailVerified: false, ...names };

let clock: TestClock;
let accounts: AccountsInMemory;
const start = (rules = {}): void => {
  clock = testClock('2026-10-27T15:00:00Z');
  accounts = accountsInMemory(clock, { rules });
};
beforeEach(() => start());

type Begun = Readonly<{ state: string; browserSecret: string }>;

async function begin({ provider }: Claims, next = '/status'): Promise<Begun> {
  const { authorizeUrl, browserSecret } = await accounts.startSignIn({ provider, next });
  return { state: new URL(authorizeUrl).searchParams.get('state') ?? '', browserSecret };
}

function finish(begun: Begun, change: Partial<{ code: string; error: string }> = {}, caller = anonymousCaller) {
  return accounts.finishSignIn({ code: 'code', error: '', issuer: '', ...begun, ...change, caller });
}

/** All the way, as these claims. */
async function signIn(claims: Claims): Promise<ServiceSignInFinished> {
  accounts.answers.set('code', claims);
  return finish(await begin(claims));
}

const confirm = (template: 'service-confirm' | 'sign-up-confirm', browserSecret = '') =>
  accounts.confirm({ token: lastToken(accounts, template), browserSecret, caller: anonymousCaller });

describe('a first sign-in through Google', () => {
  it('makes the account when the address is checked and nobody has it', async () => {
    expect(await signIn(google)).toMatchObject({ status: 'signed-in', next: '/status', provider: 'google' });
    expect(accounts.people.all()).toMatchObject([{ handle: 'ana.bell', contacts: [{ value: ana.email }] }]);
    expect(accounts.sessions.all()).toMatchObject([{ way: 'service' }]);
  });

  it('is the same person the next time, whatever their address is then', async () => {
    await signIn(google);
    expect(await signIn({ ...google, email: 'new@example.com' })).toMatchObject({ status: 'signed-in' });
    expect(accounts.people.all()).toHaveLength(1);
  });

  it('asks for a login where somebody has the address, and links after it', async () => {
    const { person } = await makeAccount(accounts);
    const waiting = await signIn(google);
    expect(waiting).toMatchObject({ status: 'needs-login', linkToken: expect.any(String) });
    const linkToken = waiting.status === 'needs-login' ? waiting.linkToken : '';
    await accounts.linkService({ linkToken, caller: sessionOf(accounts, person.id) });
    expect(await signIn(google)).toMatchObject({ status: 'signed-in', signedIn: { person: { id: person.id } } });
    expect(mailsOf(accounts, 'service-linked')).toMatchObject([{ to: ana.email, service: 'Google' }]);
  });

  it('asks by mail where Google has not checked the address', async () => {
    expect(await signIn({ ...google, isEmailVerified: false })).toMatchObject({ status: 'needs-confirmation' });
    expect(accounts.people.all()).toEqual([]);
  });

  it('A-024: discards the password that a pending sign-up of the address planted', async () => {
    await accounts.signUp({ ...ana, password: 'planted beforehand' });
    await signIn(google);
    await expect(confirm('sign-up-confirm')).rejects.toMatchObject({ code: 'identity.confirmation_invalid' });
    const caller = anonymousCaller;
    await expect(accounts.logIn({ email: ana.email, password: 'planted beforehand', caller })).rejects.toMatchObject({
      code: 'identity.bad_credentials',
    });
  });

  it('is refused where the organisation takes nobody', async () => {
    start({ policy: { staffDomains: [], unknownDomains: 'refuse' } });
    await expect(signIn(google)).rejects.toMatchObject({ code: 'identity.registration_refused' });
  });

  it('completes what a crash before the person left', async () => {
    const { save } = accounts.people;
    accounts.people.save = () => Promise.reject(new Error('crash'));
    await expect(signIn(google)).rejects.toThrow('crash');
    accounts.people.save = save;
    expect(await signIn(google)).toMatchObject({ status: 'signed-in' });
    expect(accounts.people.all()).toHaveLength(1);
  });
});

describe('a first sign-in through Microsoft', () => {
  it('proves nothing by its address: a mail asks, and its button makes the account', async () => {
    accounts.answers.set('code', microsoft);
    const begun = await begin(microsoft);
    expect(await finish(begun)).toMatchObject({ status: 'needs-confirmation' });
    expect(accounts.people.all()).toEqual([]);
    expect(await confirm('service-confirm', begun.browserSecret)).toMatchObject({
      next: '/status',
      signedIn: { person: { handle: 'ana.bell' } },
    });
    expect(await signIn(microsoft)).toMatchObject({ status: 'signed-in' });
  });

  it('links to the owner of the address after the mail, and signs no other browser in', async () => {
    const { person } = await makeAccount(accounts);
    const before = accounts.sessions.all().length;
    await signIn(microsoft);
    expect(await confirm('service-confirm', 'another browser')).toEqual({ next: '/status' });
    expect(accounts.sessions.all()).toHaveLength(before);
    expect(await accounts.listLinks({ caller: sessionOf(accounts, person.id) })).toMatchObject([{ subject: 'o-1' }]);
  });

  it('takes the same object of another tenant for somebody else', async () => {
    await signIn(microsoft);
    await confirm('service-confirm');
    expect(await signIn({ ...microsoft, tenantId: 't2' })).toMatchObject({ status: 'needs-confirmation' });
  });

  it('sends three mails an hour', async () => {
    for (let time = 0; time < 3; time += 1) await signIn(microsoft);
    await expect(signIn(microsoft)).rejects.toMatchObject({ code: 'identity.too_many_mails' });
  });
});

describe('a first sign-in through Zoom', () => {
  it('makes nobody, and links only from a session', async () => {
    expect(await signIn(zoom)).toMatchObject({ status: 'needs-login' });
    expect(accounts.people.all()).toEqual([]);
  });

  it('from a session links, and signs in from then on', async () => {
    const { person } = await makeAccount(accounts);
    const caller = sessionOf(accounts, person.id);
    const { authorizeUrl, browserSecret } = await accounts.startLink({ provider: 'zoom', next: '/', caller });
    accounts.answers.set('code', zoom);
    const state = new URL(authorizeUrl).searchParams.get('state') ?? '';
    expect(await finish({ state, browserSecret }, {}, caller)).toMatchObject({ status: 'linked' });
    expect(await signIn(zoom)).toMatchObject({ status: 'signed-in', signedIn: { person: { id: person.id } } });
  });
});

describe('the way back from a service', () => {
  const invalid = { kind: 'malformed', code: 'identity.oauth_state_invalid' };
  beforeEach(() => void accounts.answers.set('code', google));

  it('T7: of somebody who did not agree changes nothing', async () => {
    const begun = await begin(google);
    expect(await finish(begun, { code: '', error: 'access_denied' })).toMatchObject({
      status: 'denied',
      next: '/status',
    });
    expect([accounts.identities.all(), accounts.people.all(), accounts.callbacks]).toEqual([[], [], []]);
  });

  it('works once', async () => {
    const begun = await begin(google);
    await finish(begun);
    await expect(finish(begun)).rejects.toMatchObject(invalid);
  });

  it('works once of two at once, and the code is exchanged once', async () => {
    const begun = await begin(google);
    const both = await Promise.allSettled([finish(begun), finish(begun)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(accounts.callbacks).toHaveLength(1);
  });

  it('works for ten minutes', async () => {
    const begun = await begin(google);
    clock.advance(600_000);
    await expect(finish(begun)).rejects.toMatchObject(invalid);
  });

  it('is closed to every browser but the one that began, which still gets through', async () => {
    const begun = await begin(google);
    await expect(finish({ ...begun, browserSecret: 'another' })).rejects.toMatchObject(invalid);
    await expect(finish(begun)).resolves.toMatchObject({ status: 'signed-in' });
  });

  it('knows no state that was never made', async () => {
    await expect(finish({ state: 'made up', browserSecret: '' })).rejects.toMatchObject(invalid);
  });

  it('is used up when the service does not answer', async () => {
    accounts.answers.set('code', new AppError('unavailable', 'identity.provider_unavailable', 'away'));
    const begun = await begin(google);
    await expect(finish(begun)).rejects.toMatchObject({ code: 'identity.provider_unavailable' });
    await expect(finish(begun)).rejects.toMatchObject(invalid);
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'evil', '/a\nb', ''])(
    'never leads to %j',
    async (next) => expect(await finish(await begin(google, next))).toMatchObject({ next: '/' }),
  );

  it('is kept as a hash, with nothing by which a code could be exchanged', async () => {
    const { state, browserSecret } = await begin(google);
    const stored = JSON.stringify(accounts.authorizations.all());
    for (const secret of [state, browserSecret, accounts.secrets.of(state).verifier]) {
      expect(stored).not.toContain(`"${secret}"`);
    }
  });

  it('is forgotten when it is over', async () => {
    await begin(google);
    const id = onlyId(accounts.authorizations);
    clock.advance(600_000);
    await accounts.forgetAuthorization(id);
    expect(accounts.authorizations.all()).toEqual([]);
  });
});

describe('linking an account at a service', () => {
  const waitingToken = async (): Promise<string> => {
    const waiting = await signIn(google);
    return waiting.status === 'needs-login' ? waiting.linkToken : '';
  };

  it('needs a sign-in of the last quarter of an hour', async () => {
    const { person } = await makeAccount(accounts);
    clock.advance(900_001);
    const linkToken = await waitingToken();
    const asks = { code: 'identity.reauthentication_required' };
    const caller = sessionOf(accounts, person.id);
    await expect(accounts.linkService({ linkToken, caller })).rejects.toMatchObject(asks);
    await expect(accounts.startLink({ provider: 'zoom', next: '/', caller })).rejects.toMatchObject(asks);
  });

  it('works with a token for a quarter of an hour, once', async () => {
    const { person } = await makeAccount(accounts);
    const [caller, linkToken] = [sessionOf(accounts, person.id), await waitingToken()];
    await accounts.linkService({ linkToken, caller });
    const over = { kind: 'gone', code: 'identity.link_invalid' };
    await expect(accounts.linkService({ linkToken, caller })).rejects.toMatchObject(over);
  });

  it('is refused for one that signs somebody else in', async () => {
    await signIn(google);
    const { person } = await makeAccount(accounts, { email: 'bo@example.com' });
    const caller = sessionOf(accounts, person.id);
    const { authorizeUrl, browserSecret } = await accounts.startLink({ provider: 'google', next: '/', caller });
    const state = new URL(authorizeUrl).searchParams.get('state') ?? '';
    await expect(finish({ state, browserSecret }, {}, caller)).rejects.toMatchObject({
      code: 'identity.service_account_taken',
    });
  });

  it('begun by one person is not finished by another', async () => {
    const { person } = await makeAccount(accounts);
    const caller = sessionOf(accounts, person.id);
    const { authorizeUrl, browserSecret } = await accounts.startLink({ provider: 'google', next: '/', caller });
    accounts.answers.set('code', google);
    const state = new URL(authorizeUrl).searchParams.get('state') ?? '';
    await expect(finish({ state, browserSecret })).rejects.toMatchObject({ code: 'identity.oauth_state_invalid' });
  });

  it('can be undone, and then the account is unknown again', async () => {
    await signIn(google);
    const personId = onlyId(accounts.people);
    const caller = sessionOf(accounts, personId);
    const [link] = await accounts.listLinks({ caller });
    await accounts.unlinkService({ linkId: link?.id ?? '', caller });
    expect(await signIn(google)).toMatchObject({ status: 'needs-login' });
  });

  it('of somebody else cannot be undone', async () => {
    await signIn(google);
    const id = onlyId(accounts.identities);
    const { person } = await makeAccount(accounts, { email: 'bo@example.com' });
    await expect(accounts.unlinkService({ linkId: id, caller: sessionOf(accounts, person.id) })).rejects.toMatchObject({
      kind: 'not-found',
      code: 'identity.link_not_found',
    });
  });
});
