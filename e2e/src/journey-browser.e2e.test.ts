import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { browser } from './browser/browser.ts';
import { askForCodeOn, codeFromInbox, enterCode } from './browser/sign-in-form.ts';
import { groundOfState } from './browser/sight.ts';
import { content } from './platform/http.ts';
import { addPerson, administrator, type Contact, newcomer, newEmail, newPhone, signIn } from './platform/people.ts';
import { codeIn, nextMessage } from './platform/sandbox.ts';
import { move, newSite, presenceAt, type Site } from './platform/sites.ts';
import { unique } from './platform/unique.ts';

const { open } = browser();
const state = (page: Page, which: 'in' | 'out') => page.locator(`.state[data-state="${which}"]`);
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const desk = { width: 1_280, height: 900 };

describe('a newcomer with a phone', () => {
  let contact: Contact;
  let site: Site;
  beforeEach(async () => {
    contact = newEmail();
    site = await newSite({ declaration: { text: 'I know where the fire exits are.' } });
  });

  it('signs in with a code from the inbox, presses the button, and everyone concerned sees it', async () => {
    const { device: admin } = await administrator();
    const watcher = await open(`/presence?site=${site.id}`, { ...desk, as: admin });
    await watcher.getByText('Nobody is inside').waitFor();
    await watcher.getByText('Live', { exact: true }).waitFor();
    await watcher.evaluate(() => Object.assign(window, { isSamePage: true }));

    const page = await open(`/?site=${site.id}`);
    await askForCodeOn(page, contact);
    const inbox = await page.context().newPage();
    await enterCode(page, await codeFromInbox(inbox, contact), ['Ada', 'Lovelace']);
    await page.getByRole('heading', { name: 'Hello Ada' }).waitFor();
    await state(page, 'out').waitFor();
    await page.getByText('I know where the fire exits are.').waitFor();
    const outside = await groundOfState(page);
    expect(outside.red).toBeGreaterThan(outside.green);

    await button(page, 'Sign in').click();
    const pressedAt = performance.now();
    await watcher.getByRole('row', { name: 'Ada Lovelace' }).waitFor({ timeout: 1_000 });
    expect(performance.now() - pressedAt).toBeLessThan(1_000);
    await watcher.getByText('1 person inside').first().waitFor();
    expect(await watcher.evaluate(() => 'isSamePage' in window)).toBe(true);

    await state(page, 'in').waitFor();
    expect(await state(page, 'in').innerText()).toMatch(/^\s*In\b/);
    expect(await state(page, 'in').locator('svg').count()).toBeGreaterThan(0);
    const inside = await groundOfState(page);
    expect(inside.green).toBeGreaterThan(inside.red);
    expect((await nextMessage('slack', site.channel)).text).toBe('Ada Lovelace signed in · 1 person in');

    const told = (await nextMessage('slack', site.channel)).id;
    await state(page, 'in')
      .getByText(/0:00:0[2-9]/)
      .waitFor();
    await button(page, 'Sign out').click();
    await state(page, 'out').waitFor();
    await watcher.getByText('Nobody is inside').waitFor({ timeout: 1_000 });
    expect((await nextMessage('slack', site.channel, told)).text).toBe('Ada Lovelace signed out · 0 people in');
  });

  it('is not signed out again by the second tap of an excited thumb', async () => {
    const { device } = await newcomer('Mary', 'Cartwright');
    const page = await open(`/?site=${site.id}`, { as: device });
    await button(page, 'Sign in').dblclick();
    await state(page, 'in')
      .getByText(/0:00:0[2-9]/)
      .waitFor();
    expect((await presenceAt(site.id)).count).toBe(1);
  });

  it('sees a clock that runs, so that an old picture does not pass for the page', async () => {
    const { device } = await newcomer('Grace', 'Hopper');
    content(await move(device, 'in', site.id));
    const page = await open(`/?site=${site.id}`, { as: device });
    const clock = page.getByRole('timer', { name: 'Time now' });
    const first = await clock.innerText();
    expect(first).toMatch(/\d\d:\d\d:\d\d/);
    await expect.poll(() => clock.innerText(), { timeout: 3_000 }).not.toBe(first);
  });

  it('signs in by text message in the same way', async () => {
    const phone = newPhone();
    const page = await open(`/?site=${site.id}`);
    await askForCodeOn(page, phone);
    const inbox = await page.context().newPage();
    await enterCode(page, await codeFromInbox(inbox, phone), ['Katherine', 'Johnson']);
    await page.getByRole('heading', { name: 'Hello Katherine' }).waitFor();
  });

  it('is told of a wrong code at the code, with the tries that are left', async () => {
    const page = await open(`/?site=${site.id}`);
    await askForCodeOn(page, contact);
    const code = codeIn(await nextMessage('email', contact.value));
    await enterCode(page, code === '000000' ? '000001' : '000000');
    await page.getByText('4 tries left.').waitFor();
    await enterCode(page, code, ['Mary', 'Jackson']);
    await page.getByRole('heading', { name: 'Hello Mary' }).waitFor();
  });

  it('can do all of it with the keyboard alone', async () => {
    const page = await open(`/?site=${site.id}`);
    const press = (key: string) => page.keyboard.press(key);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.getByLabel('E-mail address').waitFor();
    await page.keyboard.type(contact.value);
    await press('Enter');
    await page.getByLabel('Six-digit code').waitFor();
    await page.keyboard.type(codeIn(await nextMessage('email', contact.value)));
    await press('Enter');
    await page.getByLabel('First name').waitFor();
    await page.keyboard.type('Edith');
    await press('Tab');
    await page.keyboard.type('Clarke');
    await press('Enter');
    await state(page, 'out').waitFor();
    for (let tabs = 0; tabs < 20 && (await focused()) !== 'Sign in'; tabs += 1) await press('Tab');
    expect(await focused()).toBe('Sign in');
    await press('Enter');
    await state(page, 'in').waitFor();
    expect(await focused()).toBe('Sign out');
  });

  it('finds everything where it was after closing the page', async () => {
    const { device } = await newcomer('Joan', 'Clarke');
    content(await move(device, 'in', site.id));
    const page = await open(`/?site=${site.id}`, { as: device });
    await state(page, 'in').waitFor();
    await page.reload();
    await state(page, 'in').waitFor();
  });

  it('is told when there is no connection, and goes on when it is back', async () => {
    const { device } = await newcomer('Radia', 'Perlman');
    const page = await open(`/?site=${site.id}`, { as: device });
    await state(page, 'out').waitFor();
    await page.context().setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await page.context().setOffline(false);
    await page.getByText('You are offline.').waitFor({ state: 'hidden' });
    await button(page, 'Sign in').click();
    await state(page, 'in').waitFor();
  });
});

describe('whoever is signed in', () => {
  it('leaves this device, and is asked who they are', async () => {
    const { device } = await newcomer('Frances', 'Allen');
    const page = await open('/', { as: device });
    await page.getByRole('heading', { name: 'Hello Frances' }).waitFor();
    await button(page, 'Sign out of this device').first().click();
    await page.getByLabel('E-mail address').waitFor();
    expect((await device.call('GET', '/api/auth/session')).status).toBe(401);
  });

  it('changes their name, and is called by it', async () => {
    const { device } = await newcomer('Barbara', 'Liskow');
    const page = await open('/profile', { as: device });
    await page.getByLabel('Last name').fill('Liskov');
    await button(page, 'Save').click();
    await page.getByText('Saved').waitFor();
    expect((await device.call('GET', '/api/people/me')).json['displayName']).toBe('Barbara Liskov');
  });

  it('sees their devices and signs another one out', async () => {
    const { contact } = await addPerson(['member'], { firstName: 'Lynn', lastName: 'Conway' });
    const { device } = await signIn(contact);
    const other = await signIn(contact);
    const page = await open('/profile', { as: device });
    await page.getByText('This device', { exact: true }).waitFor();
    const devices = page.getByRole('listitem').filter({ hasNotText: 'This device' });
    await devices.getByRole('button', { name: /^Sign out .+/ }).click();
    await page.getByText('That device is signed out.').waitFor();
    await expect.poll(async () => (await other.device.call('GET', '/api/auth/session')).status).toBe(401);
  });

  it('makes a personal address, sees it once as text and as a QR code, and opens it elsewhere', async () => {
    const { device } = await newcomer('Hedy', 'Lamarr');
    const page = await open('/profile', { as: device });
    await button(page, 'Make a personal address').click();
    await page.getByRole('img', { name: 'QR code of your personal address' }).waitFor();
    const address = await page.getByText(/\/t\/[\w-]{20,}/).innerText();
    await page.reload();
    await page.getByText('You have one').waitFor();
    expect(await page.getByRole('img', { name: 'QR code' }).count()).toBe(0);
    expect(await page.getByText(/\/t\/[\w-]{20,}/).count()).toBe(0);

    const other = await open(address);
    await button(other, 'Yes, sign me in').click();
    await other.getByRole('heading', { name: 'Hello Hedy' }).waitFor();
  });
});

describe('an administrator at the desk', () => {
  let as: Awaited<ReturnType<typeof administrator>>['device'];
  beforeAll(async () => {
    as = (await administrator()).device;
  });

  it('adds a person, gives a role, and disables them', async () => {
    const { value } = newEmail();
    const [lastName] = [`Q${unique(8)}`];
    const page = await open('/people', { ...desk, as });
    await button(page, 'Add a person').click();
    const adding = page.getByRole('dialog', { name: 'Add a person' });
    await adding.getByLabel('First name').fill('Annie');
    await adding.getByLabel('Last name').fill(lastName);
    await adding.getByLabel('E-mail address').fill(value);
    await adding.getByLabel('Reception').check();
    await adding.getByRole('button', { name: 'Add a person' }).click();
    await page.getByText(`Annie ${lastName} was added.`).waitFor();
    await page.getByRole('searchbox', { name: 'Name, handle or contact' }).fill(lastName);
    await page.waitForURL(/query=/);
    await page.getByRole('row', { name: value }).getByRole('link').click();
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    const changing = page.getByRole('dialog', { name: `Change Annie ${lastName}` });
    expect(await changing.getByLabel('Reception').isChecked()).toBe(true);
    await changing.getByRole('button', { name: 'Disable' }).click();
    await page.getByRole('dialog', { name: 'Disable', exact: true }).getByRole('button', { name: 'Disable' }).click();
    await page.getByRole('main').getByText('Disabled').first().waitFor();
  });

  it('adds a site and changes it; a refusal is said at its field', async () => {
    const id = unique();
    const page = await open('/sites', { ...desk, as });
    await button(page, 'Add a site').click();
    const adding = page.getByRole('dialog', { name: 'Add a site' });
    await adding.locator('input').first().fill('Not an id!');
    await adding.getByLabel('Name', { exact: true }).fill(`Hall ${id}`);
    await adding.getByRole('button', { name: 'Add a site' }).click();
    await adding.locator('[aria-invalid="true"]').waitFor();
    await adding.locator('input').first().fill(id);
    await adding.getByRole('button', { name: 'Add a site' }).click();
    await page.getByText(`Hall ${id} was added.`).waitFor();
    await page.getByRole('button', { name: `Change Hall ${id}` }).click();
    const changing = page.getByRole('dialog', { name: `Change Hall ${id}` });
    for (const [nth, name] of ['Front door', 'Yard gate'].entries()) {
      await changing.getByRole('button', { name: 'Add an entrance' }).click();
      await changing.getByLabel('Name of the entrance').nth(nth).fill(name);
    }
    await changing.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved').waitFor();
    expect(content(await as.call('GET', `/api/register/sites/${id}`))).toMatchObject({
      entrances: ['Front door', 'Yard gate'],
    });
  });

  it('reads what was sent to whom, and with how many attempts', async () => {
    const contact = newEmail();
    await newcomer('Mary', 'Somerville', contact);
    const page = await open('/messages?channel=email', { ...desk, as });
    await page.getByRole('list', { name: 'Ways out' }).getByText('Sandbox').first().waitFor();
    await page.getByRole('button', { name: contact.value }).click();
    await page.getByRole('region', { name: contact.value }).getByText('smtp · sent').waitFor();
    await page.getByRole('heading', { name: 'Dead letters' }).waitFor();
  });

  it('sees people come and go at a site, by their names and since when', async () => {
    const site = await newSite({ entrances: ['Front door', 'Yard gate'] });
    const { device } = await newcomer('Dorothy', 'Vaughan');
    content(await move(device, 'in', site.id, { entrance: 'Yard gate' }));
    const page = await open(`/presence?site=${site.id}`, { ...desk, as });
    const row = page.getByRole('row', { name: 'Dorothy Vaughan' });
    await row.getByText('Yard gate').waitFor();
    await page.getByRole('searchbox', { name: 'Find a name' }).fill('nobody of this name');
    await row.waitFor({ state: 'detached' });
    expect((await presenceAt(site.id)).count).toBe(1);
  });
});

describe('whoever may not', () => {
  it('is not offered what needs a right, and is told so at its address', async () => {
    const { device } = await newcomer('Ida', 'Rhodes');
    const page = await open('/people', { ...desk, as: device });
    await page.getByText('This page needs a right that you do not have').waitFor();
    expect(await page.getByRole('link', { name: 'Messages' }).count()).toBe(0);
  });

  it('is brought to the sign-in, and from there to where they wanted to go', async () => {
    const { contact } = await addPerson(['reception'], { firstName: 'Rosa', lastName: 'Peter' });
    const site = await newSite();
    const page = await open(`/presence?site=${site.id}`);
    await askForCodeOn(page, contact);
    await enterCode(page, codeIn(await nextMessage('email', contact.value)));
    await page.getByText('Nobody is inside').waitFor();
    expect(new URL(page.url()).pathname).toBe('/presence');
  });
});

describe('the documentation of the API', () => {
  it('is a page of our own that lists every operation', async () => {
    const page = await open('/api/docs', desk);
    await page.getByRole('link', { name: 'register', exact: true }).click();
    await page.locator('[data-path="/api/register/me/sign-in"]').waitFor();
  });
});
