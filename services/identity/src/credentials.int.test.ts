import { create } from '@bufbuild/protobuf';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import { CredentialService, DeviceKind, PasskeyCredentialSchema } from '@guildhall/contracts/identity/v1/credentials';
import { PersonReachableSchema } from '@guildhall/contracts/identity/v1/events';
import { Method } from '@guildhall/contracts/identity/v1/service';
import { eventStream } from '@guildhall/contracts';
import { client, consume, on } from '@guildhall/messaging';
import { uniqueName } from '@guildhall/testing';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { softwareAuthenticator } from './adapters/webauthn/authenticator.testing.ts';
import { as, identityWorld, nobody } from './testing.ts';

type World = Awaited<ReturnType<typeof identityWorld>>;
const morning = '2026-03-02T08:55:00Z';
const origin = 'https://members.example.org';
let world: World;
let identity: World['identity'];
let credentials: ReturnType<typeof client<typeof CredentialService>>;
beforeAll(async () => {
  world = await identityWorld(morning, 2);
  ({ identity } = world);
  credentials = client(world.bus, CredentialService, { timeoutMs: 10_000 });
});
afterAll(() => world.close());
beforeEach(() => world.clock.set(morning));

const hashOf = (token: string): Uint8Array => createHash('sha256').update(token).digest();
const resolveApp = (value: string) => identity.resolveCredential({ credential: { case: 'appToken', value } });
const resolveToken = (token: string) =>
  identity.resolveCredential({ credential: { case: 'accessTokenHash', value: hashOf(token) } });

let people = 0;
async function comeIn(firstName = 'Ada') {
  const value = `credential${(people += 1)}@example.org`;
  const { challengeId } = await identity.createChallenge({ method: Method.EMAIL, value }, nobody);
  const code = await world.notifier.codeOf(challengeId);
  const { registrationToken = '' } = await identity.verifyChallenge({ challengeId, code }, nobody);
  const signedIn = await identity.register({ registrationToken, firstName, lastName: 'Lovelace' }, nobody);
  const resolved = await identity.resolveCredential({
    credential: { case: 'sessionHash', value: hashOf(signedIn.session!.token) },
  });
  world.clock.advance(60_000);
  return {
    value,
    person: signedIn.person!,
    caller: as({ personId: resolved.person!.id, sessionId: resolved.sessionId }),
  };
}

describe('the tokens of the app', () => {
  it('open, go on by refresh, and end together when one comes back', async () => {
    const { person, caller } = await comeIn();
    const first = await credentials.createAppToken({ device: 'Pixel' }, caller);
    expect(timestampDate(first.expiresAt!)).toEqual(new Date(world.clock.now().getTime() + 900_000));
    expect(await resolveApp(first.accessToken)).toMatchObject({ person: { id: person.id } });
    const listed = await identity.listSessions({}, caller);
    expect(listed.sessions).toMatchObject([{ app: false }, { app: true, device: 'Pixel' }]);

    const second = await credentials.refreshAppToken({ refreshToken: first.refreshToken }, nobody);
    const again = credentials.refreshAppToken({ refreshToken: first.refreshToken }, nobody);
    await expect(again).rejects.toMatchObject({ kind: 'unauthenticated', code: 'identity.refresh_token_unusable' });
    expect((await resolveApp(second.accessToken)).person).toBeUndefined();
  });

  it('are refused when they are no tokens', async () => {
    expect((await resolveApp('eyJ.e30.x')).person).toBeUndefined();
  });
});

describe('a kiosk', () => {
  it('is a device at its site, until it is revoked', async () => {
    const kiosk = { id: 'kiosk-1', kind: DeviceKind.KIOSK, siteId: 'north', label: 'Front door' };
    const { token } = await credentials.createDeviceCredential(kiosk);
    const resolved = await resolveToken(token);
    expect(resolved.person).toBeUndefined();
    expect(resolved).toMatchObject({ sessionId: 'kiosk-1', device: { siteId: 'north', label: 'Front door' } });
    await credentials.revokeDeviceCredential({ id: 'kiosk-1' });
    expect((await resolveToken(token)).device).toBeUndefined();
  });

  it('knows people by number and PIN, over two replicas', async () => {
    const { person, caller } = await comeIn();
    const { number = '' } = await credentials.setPin({ pin: '482913' }, caller);
    expect(await credentials.findByPin({ number, pin: '482913' })).toMatchObject({ personId: person.id });
    const guesses = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => credentials.findByPin({ number, pin: `1000${10 + n}` })),
    );
    expect(guesses.every(({ status }) => status === 'rejected')).toBe(true);
    const locked = credentials.findByPin({ number, pin: '482913' });
    await expect(locked).rejects.toMatchObject({ kind: 'locked', code: 'identity.pin_locked' });
  });
});

describe('a passkey', () => {
  const given = ({ response, ...credential }: ReturnType<ReturnType<typeof softwareAuthenticator>['sign']>) =>
    create(PasskeyCredentialSchema, { ...credential, response: { transports: [], ...response } });

  async function withPasskey() {
    const ada = await comeIn();
    const device = softwareAuthenticator(origin);
    const { ceremonyId, options } = await credentials.startPasskeyRegistration({}, ada.caller);
    const credential = given(device.create(options!.challenge) as never);
    const passkey = await credentials.createPasskey({ ceremonyId, credential, label: 'Phone' }, ada.caller);
    return { ...ada, device, passkey };
  }
  async function attempt(device: ReturnType<typeof softwareAuthenticator>) {
    const { ceremonyId, options } = await credentials.startPasskeySignIn({}, nobody);
    return { ceremonyId, credential: given(device.sign(options!.challenge)) };
  }

  it('is made by one device for this site, and signs in', async () => {
    const { person, device } = await withPasskey();
    const signedIn = await credentials.finishPasskeySignIn(await attempt(device), nobody);
    expect(signedIn).toMatchObject({ person: { id: person.id }, session: { maxAgeSeconds: 31_536_000 } });
  });

  it('signs once for each challenge, also over two replicas', async () => {
    const { device } = await withPasskey();
    const signed = await attempt(device);
    const all = await Promise.allSettled(
      Array.from({ length: 6 }, () => credentials.finishPasskeySignIn(signed, nobody)),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is refused when its counter goes back, as a copy’s would', async () => {
    const { device } = await withPasskey();
    device.turnTo(10);
    await credentials.finishPasskeySignIn(await attempt(device), nobody);
    device.turnTo(3);
    const copy = credentials.finishPasskeySignIn(await attempt(device), nobody);
    await expect(copy).rejects.toMatchObject({ code: 'identity.passkey_refused' });
  });

  it('of another site, of nobody, or with another signature is refused alike', async () => {
    const { device } = await withPasskey();
    const refused = { kind: 'invalid', code: 'identity.passkey_refused' };
    const stranger = await attempt(softwareAuthenticator(origin));
    await expect(credentials.finishPasskeySignIn(stranger, nobody)).rejects.toMatchObject(refused);
    const forged = await attempt(device);
    forged.credential.response!.signature = stranger.credential.response!.signature;
    await expect(credentials.finishPasskeySignIn(forged, nobody)).rejects.toMatchObject(refused);
    const ada = await comeIn();
    const phisher = softwareAuthenticator('https://members.example.org.attacker.example');
    const { ceremonyId, options } = await credentials.startPasskeyRegistration({}, ada.caller);
    const credential = given(phisher.create(options!.challenge) as never);
    const made = credentials.createPasskey({ ceremonyId, credential, label: '' }, ada.caller);
    await expect(made).rejects.toMatchObject(refused);
  });
});

describe('contacts', () => {
  it('scenario 16: a push token belongs to whoever presented it last', async () => {
    const [ada, cy] = [await comeIn('Ada'), await comeIn('Cy')];
    expect(await credentials.bindPushToken({ personId: ada.person.id, token: 'P1' })).toMatchObject({ changed: true });
    expect(await credentials.bindPushToken({ personId: cy.person.id, token: 'P1' })).toMatchObject({ changed: true });
    expect(await credentials.bindPushToken({ personId: cy.person.id, token: 'P1' })).toMatchObject({ changed: false });
    const listed = await credentials.listContacts({ personIds: [ada.person.id, cy.person.id] });
    const push = listed.people.map(({ contacts }) => contacts.filter(({ method }) => method === Method.PUSH).length);
    expect(push).toEqual([0, 1]);
  });

  it('are told with every change of how somebody is reached', async () => {
    const said: string[][] = [];
    const hearing = consume(world.bus, {
      stream: eventStream('identity'),
      durable: uniqueName('reach'),
      subscriptions: [
        on(PersonReachableSchema, async ({ personId, contacts }) => {
          if (personId === ada.person.id) said.push(contacts.map(({ value }) => value));
        }),
      ],
    });
    const ada = await comeIn();
    const asked = await credentials.addContact({ method: Method.SMS, value: '07700 900456' }, ada.caller);
    const code = await world.notifier.codeOf(asked.challengeId);
    const person = await credentials.verifyContact({ challengeId: asked.challengeId, code }, ada.caller);
    expect(person.contacts).toHaveLength(2);
    const ways = () => said.toSorted((a, b) => a.length - b.length);
    await vi.waitFor(() => expect(ways()).toEqual([[ada.value], [ada.value, '+447700900456']]), 10_000);
    await hearing.close();
  });

  it('prove again who somebody is', async () => {
    const ada = await comeIn();
    world.clock.advance(3_600_000);
    const needed = { kind: 'forbidden', code: 'identity.reauthentication_required' };
    await expect(credentials.assertFresh({}, ada.caller)).rejects.toMatchObject(needed);
    const { challengeId } = await credentials.startReauthentication({}, ada.caller);
    const code = await world.notifier.codeOf(challengeId);
    const proof = { case: 'code', value: { challengeId, code } } as const;
    const { freshUntil } = await credentials.reauthenticate({ proof }, ada.caller);
    expect(timestampDate(freshUntil!)).toEqual(new Date(world.clock.now().getTime() + 900_000));
    await expect(credentials.assertFresh({}, ada.caller)).resolves.toBeDefined();
  });
});
