import type { Page } from 'playwright-core';
import { beforeAll } from 'vitest';
import { askForCodeOn, enterCode } from './browser/sign-in-form.ts';
import { lookAt, type Sight } from './browser/sights.ts';
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
  'sign-in, password': {
    path: () => '/sign-in',
    until: async (page) => {
      await press(page, 'Use a password');
      await page.getByLabel('Password').waitFor();
    },
  },
  'sign-up': {
    path: () => '/sign-in',
    until: async (page) => {
      await press(page, 'Use a password');
      await press(page, 'Create an account');
      await page.getByLabel('Last name').waitFor();
    },
  },
  'privacy notice': { path: () => '/privacy', until: heading('Privacy notice') },
  'privacy notice, writing': {
    ...asAdmin,
    path: () => '/sites',
    until: async (page) => {
      await press(page, 'Edit: English');
      await page.getByRole('dialog').getByLabel('Text').waitFor();
    },
  },
  confirm: { path: () => '/confirm/none-of-ours', until: heading('Confirm that it is you') },
  'password forgotten': { path: () => '/reset-password', until: heading('Set a new password') },
  'password, new': {
    path: () => '/reset-password/none-of-ours',
    until: (page) => page.getByLabel('New password').waitFor(),
  },
  'service, refused': {
    path: () => '/oidc/callback?state=none-of-ours&code=x',
    until: (page) => page.getByRole('alert').getByText('That did not work').waitFor(),
  },
  'profile, new contact': {
    ...asMember,
    path: () => '/profile',
    until: async (page) => {
      await press(page, 'Add an address or number');
      await page.getByRole('dialog').getByLabel('E-mail address').waitFor();
    },
  },
  'who is in': { ...asMember, path: () => `/who?site=${site.id}`, until: heading(/who is in/i) },
  'report of a day': {
    ...asAdmin,
    path: () => `/reports?site=${site.id}`,
    until: (page) => shown(page, longName.firstName),
  },
  'report, nobody': { ...asAdmin, path: () => `/reports?site=${empty.id}`, until: heading('Nobody came on this day') },
  'report over time': {
    ...asAdmin,
    path: () => `/reports?site=${site.id}&view=range`,
    until: (page) => page.getByRole('cell').first().waitFor(),
  },
  'reports by mail': { ...asAdmin, path: () => '/reports?view=exports', until: (page) => shown(page, 'Add a report') },
  'reports by mail, adding': {
    ...asAdmin,
    path: () => '/reports?view=exports',
    until: async (page) => {
      await press(page, 'Add a report');
      await page
        .getByRole('dialog')
        .getByLabel('Day of the month')
        .or(page.getByRole('checkbox', { name: 'Monday' }))
        .waitFor();
    },
  },
  person: {
    ...asAdmin,
    path: () => `/people?query=${longName.firstName}`,
    until: async (page) => {
      await page.getByRole('row', { name: longName.firstName }).first().getByRole('link').click();
      await heading('Details')(page);
    },
  },
  'people, merging': { ...asAdmin, path: () => '/people/merge', until: heading('Perhaps the same person') },
  'people, directory': {
    ...asAdmin,
    path: () => '/people/directory',
    until: (page) => page.getByRole('button', { name: 'Compare now' }).waitFor(),
  },
  'sites, posters': {
    ...asAdmin,
    path: () => '/sites',
    until: async (page) => {
      await press(page, 'QR posters');
      await page.getByRole('img', { name: 'QR code' }).first().waitFor();
    },
  },
  audit: { ...asAdmin, path: () => '/audit', until: (page) => page.getByRole('rowheader').first().waitFor() },
  'audit, nothing found': {
    ...asAdmin,
    path: () => '/audit?from=2001-01-01&to=2001-01-02',
    until: (page) => shown(page, 'Nothing was recorded'),
  },
  retention: {
    ...asAdmin,
    path: () => '/retention',
    until: async (page) => {
      await press(page, 'Count only');
      await page.getByText('This would go').first().waitFor();
    },
  },
  kiosks: { ...asAdmin, path: () => '/kiosks', until: heading('Badges') },
  'kiosks, adding': {
    ...asAdmin,
    path: () => '/kiosks',
    until: async (page) => {
      await press(page, 'Add a kiosk');
      await page.getByRole('dialog').getByLabel('Name').waitFor();
    },
  },
  webhooks: { ...asAdmin, path: () => '/hooks', until: heading('Webhooks') },
  'webhooks, adding': {
    ...asAdmin,
    path: () => '/hooks',
    until: async (page) => {
      await press(page, 'Add a webhook');
      await page.getByRole('dialog').getByLabel('Address').waitFor();
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
      await page.getByRole('row', { name: longName.firstName }).first().getByRole('link').click();
      await press(page, 'Change');
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
      await page.getByText('ms').filter({ visible: true }).first().waitFor();
    },
  },
  templates: {
    ...asAdmin,
    path: () => '/messages/templates?key=digest',
    until: async (page) => {
      await page.frameLocator('iframe').getByRole('heading').first().waitFor();
      await page.getByLabel('Headings and links').waitFor();
    },
  },
  'templates, in Slack': {
    ...asAdmin,
    path: () => '/messages/templates?key=digest&channel=slack',
    until: (page) => shown(page, 'Still signed in'),
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

lookAt(sights);
