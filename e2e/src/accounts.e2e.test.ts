import { describe, expect, it } from 'vitest';
import { type Device, newDevice } from './platform/device.ts';
import { environment } from './platform/environment.ts';
import { ask, content, type Reply } from './platform/http.ts';
import { administrator, newcomer, newEmail, patiently, type Person } from './platform/people.ts';
import { nextMessage } from './platform/sandbox.ts';
import { goTo, userAt } from './platform/service-users.ts';

const password = 'correct horse battery';
const names = { firstName: 'Ana', lastName: 'Bell' };

/** The token in the link of the next mail to this address. */
async function tokenIn(to: string, path: string): Promise<string> {
  const { text } = await nextMessage('email', to);
  const token = new RegExp(`${path}/([\\w-]+)`).exec(text)?.[1];
  if (token === undefined) throw new Error(`no link to ${path} in the mail`);
  return token;
}

const whoIs = async (device: Device): Promise<string | undefined> =>
  (await device.call<{ person?: Person }>('GET', '/api/auth/session')).json.person?.id;

const post = <T>(device: Device, path: string, body: object): Promise<Reply<T>> =>
  patiently(() => device.call<T>('POST', `/api/auth/${path}`, { body }));

async function makeAccount(device = newDevice(), email = newEmail().value) {
  const { browserSecret } = content(
    await post<{ browserSecret: string }>(device, 'accounts', { email, password, ...names }),
    202,
  );
  const token = await tokenIn(email, '/confirm');
  return { device, email, token, browserSecret };
}

const confirm = (device: Device, body: object) => post<{ status: string }>(device, 'accounts/confirm', body);

describe('an account with a password', () => {
  it('begins by a mail and signs the browser in that asked', async () => {
    const { device, token, browserSecret } = await makeAccount();
    expect(content(await confirm(device, { token, browserSecret }))).toMatchObject({ status: 'signed_in' });
    expect(await whoIs(device)).toBeDefined();
  });

  it('confirmed elsewhere signs nobody in, and then T1: opens by its password and by no other', async () => {
    const { email, token } = await makeAccount();
    const elsewhere = newDevice();
    expect(content(await confirm(elsewhere, { token }))).toMatchObject({ status: 'confirmed' });
    expect(elsewhere.cookie()).toBe('');
    const wrong = await post<{ code: string }>(newDevice(), 'login', { email, password: 'not the password' });
    expect([wrong.status, wrong.json.code]).toEqual([401, 'identity.bad_credentials']);
    const device = newDevice();
    content(await post(device, 'login', { email, password }));
    expect(await whoIs(device)).toBeDefined();
  });

  it('T2: that nobody has invites to sign up', async () => {
    const answer = await post(newDevice(), 'login', { email: newEmail().value, password });
    expect([answer.status, answer.json]).toMatchObject([
      404,
      { code: 'identity.no_account', signUp: expect.stringMatching(/\/sign-up$/) },
    ]);
  });

  it('gets a new password by mail, and all its devices are signed out', async () => {
    const { device, contact } = await newcomer();
    const earlier = (await nextMessage('email', contact.value)).id;
    content(await post(newDevice(), 'password-resets', { email: contact.value }), 202);
    const mail = await nextMessage('email', contact.value, earlier);
    const token = /\/reset-password\/([\w-]+)/.exec(mail.text)?.[1];
    content(await post(newDevice(), 'password-resets/complete', { token, password }), 204);
    expect(await whoIs(device)).toBeUndefined();
    content(await post(newDevice(), 'login', { email: contact.value, password }));
  });
});

describe('signing in through a service', () => {
  it('offers those that are set up', async () => {
    const { providers } = content(await newDevice().call<{ providers: object[] }>('GET', '/api/auth/providers'));
    expect(providers).toEqual([
      { provider: 'google', label: 'Google' },
      { provider: 'microsoft', label: 'Microsoft' },
      { provider: 'zoom', label: 'Zoom' },
    ]);
  });

  it('Google makes the account, and knows the person again', async () => {
    const { key } = await userAt('google');
    const [first, second] = [newDevice(), newDevice()];
    expect(content(await goTo(first, 'google', `sandbox_user=${key}`))).toMatchObject({
      status: 'signed_in',
      next: '/profile',
    });
    content(await goTo(second, 'google', `sandbox_user=${key}`));
    expect(await whoIs(second)).toBe(await whoIs(first));
  });

  it('Google and an address that somebody has ask for a login, which links', async () => {
    const { device, person, contact } = await newcomer();
    const { key } = await userAt('google', { email: contact.value });
    const { status, linkToken } = content(await goTo(newDevice(), 'google', `sandbox_user=${key}`));
    expect(status).toBe('needs_login');
    content(await post(device, 'me/identities', { linkToken }), 201);
    const other = newDevice();
    content(await goTo(other, 'google', `sandbox_user=${key}`));
    expect(await whoIs(other)).toBe(person.id);
  });

  it('Microsoft asks by mail, and its button makes the account', async () => {
    const { key, email } = await userAt('microsoft');
    const device = newDevice();
    expect(content(await goTo(device, 'microsoft', `sandbox_user=${key}`))).toMatchObject({
      status: 'needs_confirmation',
    });
    const token = await tokenIn(email, '/confirm');
    expect(content(await confirm(device, { token }))).toMatchObject({ status: 'confirmed', next: '/profile' });
    content(await goTo(device, 'microsoft', `sandbox_user=${key}`));
    expect(await whoIs(device)).toBeDefined();
  });

  it('Zoom links from a session only, and signs in from then on', async () => {
    const { device, person } = await newcomer();
    const { key } = await userAt('zoom');
    expect(content(await goTo(newDevice(), 'zoom', `sandbox_user=${key}`))).toMatchObject({ status: 'needs_login' });
    const linked = await goTo(device, 'zoom', `sandbox_user=${key}`, 'me/identities/zoom/start');
    expect(content(linked)).toMatchObject({ status: 'linked' });
    const other = newDevice();
    content(await goTo(other, 'zoom', `sandbox_user=${key}`));
    expect(await whoIs(other)).toBe(person.id);
  });

  it('T7: of somebody who does not agree there ends here, and nothing has changed', async () => {
    const device = newDevice();
    const denied = content(await goTo(device, 'google', 'sandbox_error=access_denied'));
    expect(denied).toMatchObject({ status: 'denied', next: '/profile' });
    expect(device.cookie()).toBe('');
  });

  it('of a foreign Microsoft organisation is refused', async () => {
    const answer = await goTo(newDevice(), 'microsoft', 'sandbox_user=mallory');
    expect([answer.status, answer.json]).toMatchObject([403, { code: 'identity.tenant_not_allowed' }]);
  });
});

describe('the app with a Microsoft token', () => {
  const exchange = async (key: string) => {
    const url = `${environment.sandboxUrl}/sandbox/service-users/microsoft/${key}/tokens`;
    const { token } = content(await ask<{ token: string }>(url, 'POST', { body: { appId: 'guildhall' } }), 201);
    return post<{ person: Person; accessToken: string }>(newDevice(), 'microsoft', { token });
  };

  it('scenario 14: of a foreign tenant gets nothing, whatever address it claims, and that is recorded', async () => {
    const { device } = await administrator();
    type Audits = Readonly<{ audits: readonly Readonly<{ id: string; via: string; actorId?: string }>[] }>;
    const refusals = async () =>
      content(await device.call<Audits>('GET', '/api/people/audits?action=login.refused')).audits;
    const [before] = await refusals();
    const answer = await exchange('mallory');
    expect([answer.status, answer.json]).toMatchObject([403, { code: 'identity.tenant_not_allowed' }]);
    expect(answer.headers.getSetCookie()).toEqual([]);
    const [latest] = await refusals();
    expect(latest?.id).toBeDefined();
    expect(latest?.id).not.toBe(before?.id);
  });

  it('scenario 14: without a mailbox is known by its principal name, and always again', async () => {
    const { key } = await userAt('microsoft', { mail: null });
    const { person } = content(await exchange(key));
    expect(content(await exchange(key)).person.id).toBe(person.id);
  });

  it('acts for the person by the token it is given', async () => {
    const { key } = await userAt('microsoft');
    const { person, accessToken } = content(await exchange(key));
    const app = newDevice({ token: accessToken });
    expect(content(await app.call<Person>('GET', '/api/people/me')).id).toBe(person.id);
  });

  it('that is no token is told so', async () => {
    const answer = await post(newDevice(), 'microsoft', { token: 'nonsense' });
    expect([answer.status, answer.json]).toMatchObject([401, { code: 'identity.microsoft_token_invalid' }]);
  });
});

it('an administrator sees the zone and language that somebody signed up with', async () => {
  const email = newEmail().value;
  const asked = { email, password, ...names, timeZone: 'Europe/Paris', locale: 'fr-FR' };
  content(await post(newDevice(), 'accounts', asked), 202);
  await confirm(newDevice(), { token: await tokenIn(email, '/confirm') });
  const { device } = await administrator();
  const { people } = content(await device.call<{ people: Person[] }>('GET', `/api/people?query=${email}`));
  expect(people).toMatchObject([{ timeZone: 'Europe/Paris', locale: 'fr-FR' }]);
});
