import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { browser } from './browser/browser.ts';
import { content } from './platform/http.ts';
import { endIncident, entryOf, type Incident, startIncident } from './platform/incidents.ts';
import { newKiosk } from './platform/kiosk.ts';
import { administrator, type Member, memberWith } from './platform/people.ts';
import { clock } from './platform/sandbox.ts';
import { move, newSite, presenceAt, type Site } from './platform/sites.ts';

const { open } = browser();

/** The shell is kept once the service worker has it. */
const shellIsKept = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));

let admin: Member;
let ada: Member;
let site: Site;
beforeAll(async () => {
  admin = await administrator();
  ada = await memberWith(['member'], { firstName: 'Ada', lastName: 'Lovelace' });
  site = await newSite();
  content(await move(ada.device, 'in', site.id));
});

describe("a warden's phone without a connection", () => {
  it('opens the list that it kept, says how old it is, and hands in what was said meanwhile', async () => {
    const page = await open(`/evacuation?site=${site.id}`, { as: admin.device, offline: true });
    await page.getByText('1 person inside now').waitFor();
    await shellIsKept(page);
    await page.context().setOffline(true);

    await page.reload();
    await page.getByText('this is the list that your phone kept').waitFor();
    await page.getByText(/^As of/).waitFor();
    await page.getByRole('button', { name: 'Safe: Ada Lovelace' }).click();
    await page.getByText('1 mark is saved here').waitFor();
    const running = content(await startIncident(admin.device, site.id, { kind: 'test' }), 201);
    await page.context().setOffline(false);

    const entry = async () => entryOf(admin.device, running.id, ada.person.id);
    await expect.poll(async () => (await entry()).state, { timeout: 30_000 }).toBe('safe');
    expect((await entry()).marks).toHaveLength(1);
    await endIncident(admin.device, running.id);
  });

  it('goes on with the board that it had, and merges what was said there', async () => {
    const running: Incident = content(await startIncident(admin.device, site.id, { kind: 'test' }), 201);
    const page = await open(`/evacuation?site=${site.id}`, { as: admin.device, offline: true });
    await page.getByText('0 of 1 accounted for').first().waitFor();
    await shellIsKept(page);
    await page.context().setOffline(true);

    await page.getByRole('button', { name: 'Help: Ada Lovelace' }).click();
    await page.getByText('1 mark is saved here').waitFor();
    await page.reload();
    await page.getByText('1 mark is saved here').waitFor();
    await page.context().setOffline(false);

    const state = async () => (await entryOf(admin.device, running.id, ada.person.id)).state;
    await expect.poll(state, { timeout: 30_000 }).toBe('help');
    await page.getByText('1 mark is saved here').waitFor({ state: 'detached' });
    await endIncident(admin.device, running.id);
  });
});

describe('a kiosk without a connection', () => {
  it('opens, shows its code, lets a visitor in, and hands that in with its time', async () => {
    const { device, config } = await newKiosk(site.id);
    const aheadMs = (await clock.now()).getTime() - Date.now();
    const token = device.headers()['authorization']?.slice('Bearer '.length);
    const kept = { 'guildhall.kiosk': JSON.stringify({ token, config, aheadMs }) };
    const page = await open('/kiosk', { kept, offline: true });
    await page.getByText(`Welcome to ${site.name}`).waitFor();
    await shellIsKept(page);
    await page.context().setOffline(true);

    await page.reload();
    await page.getByRole('img', { name: 'Code to sign in' }).waitFor();
    await page.getByRole('button', { name: 'I am visiting' }).click();
    await page.getByLabel('Your name').fill('Otto Offline');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Welcome, Otto O.').waitFor();
    await page.getByText('1 entry is saved here and will be sent').waitFor();
    await page.context().setOffline(false);

    const names = async () => (await presenceAt(site.id)).people.map(({ displayName }) => displayName);
    await expect.poll(names, { timeout: 30_000 }).toContain('Otto Offline');
    await page.getByText('1 entry is saved here').waitFor({ state: 'detached' });
  });
});
