import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { browser } from './browser/browser.ts';
import { askForCodeOn, enterCode } from './browser/sign-in-form.ts';
import { sidewaysScroll, violations } from './browser/sight.ts';
import type { Device } from './platform/device.ts';
import { content } from './platform/http.ts';
import { administrator, memberWith, newEmail } from './platform/people.ts';
import { codeIn, nextMessage } from './platform/sandbox.ts';
import { move, newSite, type Site } from './platform/sites.ts';

// As long as names and words come: they must neither cover anything nor push the page sideways.
const longName = {
  firstName: 'Wolfeschlegelsteinhausenbergerdorff',
  lastName: "O'Shaughnessy-Fitzwilliam von Habsburg",
};

let admin: Device;
let member: Device;
let site: Site;
let empty: Site;
beforeAll(async () => {
  admin = (await administrator()).device;
  member = (await memberWith(['member'], longName)).device;
  const declaration = { text: 'I am fit to work today, and I know where the fire exits are. '.repeat(5) };
  site = await newSite({ declaration, entrances: ['Front door', 'Yard gate', 'The door behind the workshop'] });
  empty = await newSite();
  content(await move(member, 'in', site.id, { entrance: 'The door behind the workshop' }));
});

/** A page as somebody comes to see it: where it is, who they are, and what they do until they see it. */
type Sight = Readonly<{ path: () => string; as?: () => Device; until: (page: Page) => Promise<unknown> }>;

const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name }).first().waitFor();
const shown = (page: Page, text: string) => page.getByText(text).first().waitFor();

const press = async (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

const signingIn = async (page: Page): Promise<string> => {
  const contact = newEmail();
  await askForCodeOn(page, contact);
  return codeIn(await nextMessage('email', contact.value));
};

const asAdmin = { as: () => admin };
const asMember = { as: () => member };

const sights: Readonly<Record<string, Sight>> = {
  'sign-in': { path: () => '/sign-in', until: (page) => page.getByLabel('E-mail address').waitFor() },
  'sign-in, code': { path: () => '/sign-in', until: signingIn },
  'sign-in, wrong code': {
    path: () => '/sign-in',
    until: async (page) => {
      const code = await signingIn(page);
      await enterCode(page, code === '000000' ? '000001' : '000000');
      await shown(page, 'tries left');
    },
  },
  'sign-in, name': {
    path: () => '/sign-in',
    until: async (page) => {
      await enterCode(page, await signingIn(page));
      await page.getByLabel('First name').waitFor();
    },
  },
  'personal address': { path: () => '/t/none-of-ours', until: heading('Sign in on this device?') },
  'status, out': {
    ...asMember,
    path: () => `/?site=${empty.id}`,
    until: (page) => page.locator('.state[data-state="out"]').waitFor(),
  },
  'status, in': {
    ...asMember,
    path: () => `/?site=${site.id}`,
    until: (page) => page.locator('.state[data-state="in"]').waitFor(),
  },
  'presence, nobody': {
    ...asAdmin,
    path: () => `/presence?site=${empty.id}`,
    until: (page) => shown(page, 'Nobody is inside'),
  },
  presence: {
    ...asAdmin,
    path: () => `/presence?site=${site.id}`,
    until: (page) => shown(page, longName.firstName),
  },
  profile: { ...asMember, path: () => '/profile', until: (page) => shown(page, 'Last used') },
  'profile, personal address': {
    ...asMember,
    path: () => '/profile',
    until: async (page) => {
      await press(page, /^(Make a personal address|Replace it)$/);
      const question = page.getByRole('dialog', { name: 'Replace it' });
      const image = page.getByRole('img', { name: 'QR code' });
      await question.or(image).first().waitFor();
      if (await question.isVisible()) await question.getByRole('button', { name: 'Replace it' }).click();
      await image.waitFor();
    },
  },
  people: { ...asAdmin, path: () => '/people', until: (page) => page.getByRole('row').nth(3).waitFor() },
  'people, nobody found': {
    ...asAdmin,
    path: () => '/people?query=nobody-of-this-name',
    until: (page) => shown(page, 'Nobody matches'),
  },
  'people, adding': {
    ...asAdmin,
    path: () => '/people',
    until: async (page) => {
      await press(page, 'Add a person');
      await page.getByRole('checkbox', { name: 'Reception' }).waitFor();
    },
  },
  'people, changing': {
    ...asAdmin,
    path: () => `/people?query=${longName.firstName}`,
    until: async (page) => {
      await page.getByRole('row', { name: longName.firstName }).first().getByRole('button').click();
      await page.getByRole('checkbox', { name: 'Reception' }).waitFor();
    },
  },
  sites: { ...asAdmin, path: () => '/sites', until: (page) => shown(page, 'North Workshop') },
  'sites, changing': {
    ...asAdmin,
    path: () => '/sites',
    until: async (page) => {
      await press(page, `Change ${site.name}`);
      await page.getByLabel('Webhook address').waitFor();
    },
  },
  'sites, refused': {
    ...asAdmin,
    path: () => '/sites',
    until: async (page) => {
      await press(page, 'Add a site');
      await page.getByRole('dialog').getByRole('button', { name: 'Add a site' }).click();
      await page.locator('[aria-invalid="true"]').first().waitFor();
    },
  },
  messages: {
    ...asAdmin,
    path: () => '/messages',
    until: async (page) => {
      await page.getByRole('button', { name: 'login' }).first().click();
      await page.getByText('ms').first().waitFor();
    },
  },
  'more sections and preferences': {
    ...asAdmin,
    path: () => '/profile',
    until: async (page) => {
      await press(page, 'Appearance, language and account');
      await page.getByText('As the device').waitFor();
    },
  },
  'no such page': { ...asMember, path: () => '/nowhere', until: heading('There is no such page') },
  'not permitted': {
    ...asMember,
    path: () => '/people',
    until: (page) => shown(page, 'This page needs a right that you do not have'),
  },
};

describe.each(Object.entries(sights))('%s', (_name, { path, as, until }) => {
  const { open } = browser({ keeps: 'group' });
  let page: Page;
  beforeAll(async () => {
    page = await open(path(), as && { as: as() });
    await until(page);
  });

  it('has no violation of WCAG 2.2 AA', async () => {
    expect(await violations(page)).toEqual([]);
  });

  it('has none in the dark either', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('fits a screen of 320 pixels without being pushed sideways', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
  });

  it('has none at the desk either', async () => {
    await page.setViewportSize({ width: 1_280, height: 800 });
    expect(await violations(page)).toEqual([]);
  });
});
