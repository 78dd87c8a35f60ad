import type { Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { browser } from './browser/browser.ts';
import { newDevice } from './platform/device.ts';
import { content } from './platform/http.ts';
import { endIncident, incident, startIncident } from './platform/incidents.ts';
import { codeNow, type KioskConfig, pairingCode } from './platform/kiosk.ts';
import { type Member, memberWith, newcomer } from './platform/people.ts';
import { messagesTo } from './platform/sandbox.ts';
import { move, newSite, presenceAt, type Site } from './platform/sites.ts';

const { open } = browser();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const tablet = { width: 1_024, height: 768 };
const patience = { timeout: 20_000, interval: 100 };

/** A browser that stands at this site as its kiosk. */
async function kioskAt(site: Site): Promise<Page> {
  const { code } = await pairingCode(site.id);
  const page = await open('/kiosk', tablet);
  await page.getByLabel('Pairing code').fill(code);
  await button(page, 'Pair this device').click();
  await page.getByRole('heading', { name: `Welcome to ${site.name}` }).waitFor();
  return page;
}

/** The code that this browser shows, reckoned from what it was told when it was paired. */
async function codeOn(page: Page): Promise<string> {
  const kept = await page.evaluate(() => localStorage.getItem('guildhall.kiosk') ?? '{}');
  const { token } = JSON.parse(kept) as { token: string };
  const device = newDevice({ token });
  const config = content(await device.call<KioskConfig>('GET', '/api/register/kiosk/config'));
  return codeNow({ id: config.kiosk.id, device, config });
}

async function press(page: Page, digits: string): Promise<void> {
  for (const digit of digits) await page.getByRole('button', { name: digit, exact: true }).click();
  await button(page, 'Continue').click();
}

const pin = '271828';
const pinOf = async ({ device }: Member): Promise<string> =>
  content(await device.call<{ number: string }>('PUT', '/api/people/me/pin', { body: { pin } })).number;

describe('a tablet at the door', () => {
  it('shows a code that a phone opens, and one tap signs in and the next out', async () => {
    const site = await newSite();
    const kiosk = await kioskAt(site);
    await kiosk.getByRole('img', { name: 'Code to sign in or out with your phone' }).waitFor();
    const ada = await newcomer('Ada', 'Lovelace');
    const address = new URL(await codeOn(kiosk));
    const phone = await open(address.pathname, { as: ada.device });
    expect((await presenceAt(site.id)).count).toBe(0);
    await phone.locator('.link-button').click();
    await phone.getByRole('status').getByText(site.name).waitFor();
    expect((await presenceAt(site.id)).people).toMatchObject([{ personId: ada.person.id }]);
  });

  it('lets somebody in by number and PIN, and shows no more of the name than it must', async () => {
    const site = await newSite();
    const ada = await newcomer('Ada', 'Lovelace');
    const number = await pinOf(ada);
    const kiosk = await kioskAt(site);
    await button(kiosk, 'I have a PIN').click();
    await press(kiosk, number);
    await press(kiosk, pin);
    await kiosk.getByText('Ada L., you are in').waitFor();
    expect(await kiosk.getByText('Lovelace').count()).toBe(0);
    expect((await presenceAt(site.id)).count).toBe(1);
  });

  it('goes on without a connection, and hands in what happened with its times', async () => {
    const site = await newSite();
    const ada = await newcomer('Ada', 'Lovelace');
    const number = await pinOf(ada);
    const kiosk = await kioskAt(site);
    await kiosk.context().setOffline(true);
    await button(kiosk, 'I have a PIN').click();
    await press(kiosk, number);
    await press(kiosk, pin);
    await button(kiosk, 'Coming in').click();
    await kiosk.getByText('You are in').waitFor();
    expect((await presenceAt(site.id)).count).toBe(0);
    await kiosk.context().setOffline(false);
    await vi.waitFor(
      async () => expect((await presenceAt(site.id)).people).toMatchObject([{ personId: ada.person.id }]),
      patience,
    );
  });
});

describe('an evacuation on two screens', () => {
  it('a person answers with one tap, and the warden sees it without reloading', async () => {
    const site = await newSite();
    const officer = await memberWith(['safety-officer'], { firstName: 'Olga', lastName: 'Officer' });
    const ada = await newcomer('Ada', 'Lovelace');
    content(await move(ada.device, 'in', site.id));
    const drill = content(await startIncident(officer.device, site.id), 201);
    const board = await open(`/evacuation?site=${site.id}`, { as: officer.device });
    await board.getByText('0 of 1 accounted for').waitFor();
    const token = await vi.waitFor(async () => {
      const texts = (await messagesTo('email', ada.contact.value)).map(({ text }) => text);
      const found = /\/safe\/([\w.-]+)/.exec(texts.join('\n'))?.[1];
      if (found === undefined) throw new Error('she was not called');
      return found;
    }, patience);
    const phone = await open(`/safe/${token}`);
    await button(phone, /safe/i).first().click();
    await board.getByText('1 of 1 accounted for').waitFor();
    await endIncident(officer.device, drill.id);
  });

  it('a warden in a cellar marks somebody, and it arrives when the phone is back', async () => {
    const site = await newSite();
    const officer = await memberWith(['safety-officer'], { firstName: 'Olga', lastName: 'Officer' });
    const bob = await newcomer('Bob', 'Noyce');
    content(await move(bob.device, 'in', site.id));
    const drill = content(await startIncident(officer.device, site.id), 201);
    const board = await open(`/evacuation?site=${site.id}`, { as: officer.device });
    await board.getByText('0 of 1 accounted for').waitFor();
    await board.context().setOffline(true);
    await button(board, 'Safe: Bob Noyce').click();
    await board
      .getByText(/saved here and will be sent/i)
      .first()
      .waitFor();
    expect((await incident(officer.device, drill.id)).counts.accounted).toBe(0);
    await board.context().setOffline(false);
    await vi.waitFor(
      async () => expect((await incident(officer.device, drill.id)).counts).toMatchObject({ safe: 1, accounted: 1 }),
      patience,
    );
    await endIncident(officer.device, drill.id);
  });
});
