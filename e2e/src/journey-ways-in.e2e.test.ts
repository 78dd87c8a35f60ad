import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { browser } from './browser/browser.ts';
import { content } from './platform/http.ts';
import { newcomer, newEmail, type Member } from './platform/people.ts';
import { nextMessage } from './platform/sandbox.ts';
import { userAt } from './platform/service-users.ts';

const { open } = browser();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Puts an authenticator into the browser: a finger that is there, until it is said to be away. */
async function withAuthenticator(page: Page): Promise<Readonly<{ finger: (isThere: boolean) => Promise<void> }>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const finger = async (enabled: boolean): Promise<void> => {
    await session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
  };
  return { finger };
}

/** Makes a passkey in the profile, and leaves. */
async function withPasskey(ada: Member) {
  const page = await open('/profile', { as: ada.device });
  const { finger } = await withAuthenticator(page);
  await button(page, 'Add a passkey').click();
  await expect.poll(async () => (await passkeysOf(ada)).length, { timeout: 10_000 }).toBe(1);
  await finger(false);
  await page.context().clearCookies();
  const signIn = async (): Promise<void> => {
    const offered = challenged(page);
    await page.goto(new URL('/sign-in', page.url()).toString());
    await offered;
  };
  return { page, finger, signIn };
}

/** The page is given a challenge, for its offer beside the input. */
const challenged = (page: Page) =>
  page.waitForResponse((response) => response.url().endsWith('/api/auth/passkeys/sign-in/options'));

const passkeysOf = async ({ device }: Member): Promise<readonly Readonly<{ id: string; lastUsedAt?: string }>[]> =>
  content(await device.call<{ passkeys: { id: string }[] }>('GET', '/api/auth/passkeys')).passkeys;

describe('a passkey', () => {
  it('is made in the profile and signs in from then on, without a code', async () => {
    const ada = await newcomer('Ada', 'Lovelace');
    const { page, finger, signIn } = await withPasskey(ada);
    await signIn();
    // A finger that comes later than the question is not felt.
    await finger(true);
    await button(page, 'Use a passkey').click();
    await page.getByRole('heading', { name: 'Hello Ada' }).waitFor();
    expect((await passkeysOf(ada))[0]?.lastUsedAt).toBeDefined();
  });

  it('is offered where one types the address, and signs in without a press', async () => {
    const ada = await newcomer('Ada', 'Lovelace');
    const { page, finger, signIn } = await withPasskey(ada);
    await finger(true);
    await signIn();
    await page.getByRole('heading', { name: 'Hello Ada' }).waitFor();
    expect((await passkeysOf(ada))[0]?.lastUsedAt).toBeDefined();
  });

  it('that was removed opens nothing any more', async () => {
    const ada = await newcomer('Ada', 'Lovelace');
    const { page, finger, signIn } = await withPasskey(ada);
    const [passkey] = await passkeysOf(ada);
    content(await ada.device.call('DELETE', `/api/auth/passkeys/${passkey?.id}`), 204);
    await signIn();
    // A finger that comes later than the question is not felt.
    await finger(true);
    await button(page, 'Use a passkey').click();
    await page.getByRole('alert').filter({ hasText: /\w/ }).waitFor();
    expect((await page.context().cookies()).filter(({ httpOnly }) => httpOnly)).toEqual([]);
  });
});

describe('an account at Google', () => {
  it('signs somebody in who comes back from there', async () => {
    const { email } = await userAt('google', { firstName: 'Grace', lastName: 'Hopper' });
    const page = await open('/sign-in');
    await button(page, 'Continue with Google').click();
    await page.getByText(email).click();
    await page.getByRole('heading', { name: 'Hello Grace' }).waitFor();
  });
});

describe('an account with a password', () => {
  it('is made, confirmed by the mail, and opens', async () => {
    const { value: email } = newEmail();
    const password = 'correct horse battery';
    const page = await open('/sign-in');
    await button(page, 'Use a password').click();
    await button(page, 'Create an account').click();
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('First name').fill('Ida');
    await page.getByLabel('Last name').fill('Rhodes');
    await page.getByLabel(/^Password/).fill(password);
    await button(page, 'Create my account').click();
    const { text } = await nextMessage('email', email);
    await page.goto(/http\S+\/confirm\/[\w-]+/.exec(text)?.[0] ?? 'about:blank');
    await button(page, 'Yes, that was me').click();
    await page.getByRole('heading', { name: 'Hello Ida' }).waitFor();
  });
});
