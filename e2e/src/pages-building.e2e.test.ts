import type { Page } from 'playwright-core';
import { beforeAll } from 'vitest';
import { lookAt, type Sight } from './browser/sights.ts';
import type { Device } from './platform/device.ts';
import { content } from './platform/http.ts';
import { endIncident, type Incident, mark, startIncident } from './platform/incidents.ts';
import { codeNow, type Kiosk, newKiosk } from './platform/kiosk.ts';
import { administrator, memberWith, newEmail } from './platform/people.ts';
import { clock } from './platform/sandbox.ts';
import { move, newSite, type Site } from './platform/sites.ts';

const longName = {
  firstName: 'Wolfeschlegelsteinhausenbergerdorff',
  lastName: "O'Shaughnessy-Fitzwilliam von Habsburg",
};
const rules = { id: 'rules', title: 'Rules of the house', text: 'Wear your badge.\n'.repeat(30) };
const safety = { id: 'safety', title: 'Safety', text: 'Helmet, boots.', contractorsOnly: true, needsSignature: true };

let admin: Device;
let member: Device;
let site: Site;
let empty: Site;
let careful: Site;
let kiosk: Kiosk;
let kept: Readonly<Record<string, string>>;
let running: Incident;
let over: Incident;
let visitorId: string;
let signedList: string;

const at = (rest: string): string => `/api/register/sites/${site.id}${rest}`;

/** A site in the middle of its day: a visitor inside, one expected, a drill that is over and one under way. */
beforeAll(async () => {
  admin = (await administrator()).device;
  member = (await memberWith(['member'], longName)).device;
  site = await newSite({ entrances: ['Front door', 'Yard gate'] });
  empty = await newSite();
  content(await move(member, 'in', site.id));
  content(
    await admin.call('PATCH', at('/reception?updateMask=documents,photo,languages,idleSeconds'), {
      body: { documents: [rules, safety], photo: 'optional', languages: ['en', 'fr'], idleSeconds: 300 },
    }),
  );
  await receive();
  await inviteGuests();
  careful = await newSite();
  const reception = `/api/register/sites/${careful.id}/reception?updateMask=approval`;
  content(await admin.call('PATCH', reception, { body: { approval: 'needed' } }));
  const pending = { siteId: careful.id, name: `${longName.firstName} ${longName.lastName}`, company: 'Roofs' };
  content(await member.call('POST', '/api/register/me/guests', { body: pending }), 201);
  content(await admin.call('PUT', at('/evacuation-plan'), { body: { musterPoints: ['Car park'] } }));
  over = content(await startIncident(admin, site.id, { kind: 'test' }), 201);
  await endIncident(admin, over.id, 'Went well.');
  running = content(await startIncident(admin, site.id, { kind: 'test', message: 'Use the north stairs.' }), 201);
  const [first] = running.entries;
  if (first)
    content(await mark(admin, running.id, first.id, { markId: 'e2e-help', state: 'help', note: 'By the lift' }));
  kiosk = await newKiosk(site.id);
  const aheadMs = (await clock.now()).getTime() - Date.now();
  const token = kiosk.device.headers()['authorization']?.slice('Bearer '.length);
  kept = { 'guildhall.kiosk': JSON.stringify({ token, config: kiosk.config, aheadMs }) };
});

/** One with an invitation, one without, both with names as long as they come. */
async function inviteGuests(): Promise<void> {
  const invite = (more: object) =>
    member.call('POST', '/api/register/me/guests', { body: { siteId: site.id, ...more } });
  const name = 'Katherine Coleman Goble Johnson of White Sulphur Springs';
  content(await invite({ name, company: 'Roofs and Sons', email: newEmail().value, expectedFrom: '09:30' }), 201);
  content(await invite({ name: 'Mary Jackson', phone: '+44 7700 900123' }), 201);
  signedList = content(await admin.call<{ jws: string }>('GET', at('/snapshot'))).jws;
}

async function receive(): Promise<void> {
  const name = `${longName.firstName} ${longName.lastName}`;
  const body = { kind: 'contractor', name, company: 'Roofs and Sons of Little Rissington', expectedFrom: '09:30' };
  content(await admin.call('POST', at('/visitors'), { body }), 201);
  const arrival = { walkIn: { name, company: 'Roofs' }, acceptances: [{ documentId: 'rules', version: 1 }] };
  type Received = Readonly<{ visitor: Readonly<{ id: string }> }>;
  visitorId = content(await admin.call<Received>('POST', at('/arrivals'), { body: arrival })).visitor.id;
}

const asAdmin = { as: () => admin };
const asKiosk = { path: () => '/kiosk', kept: () => kept };

const shown = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

const saysWho = async (page: Page): Promise<void> => {
  await press(page, 'I am visiting');
  await page.getByLabel('Your name').fill('Nils New');
  await page.getByText('Contractor').click();
  await press(page, 'Continue');
};

const sights: Readonly<Record<string, Sight>> = {
  'kiosk, pairing': { path: () => '/kiosk', until: (page) => page.getByLabel('Pairing code').waitFor() },
  kiosk: { ...asKiosk, until: (page) => page.getByRole('img', { name: 'Code to sign in' }).waitFor() },
  'kiosk, bigger': {
    ...asKiosk,
    until: async (page) => {
      await press(page, 'Bigger buttons');
      await shown(page, 'Normal buttons');
    },
  },
  'kiosk, who': { ...asKiosk, until: (page) => press(page, 'I am visiting') },
  'kiosk, host': {
    ...asKiosk,
    until: async (page) => {
      await saysWho(page);
      await page.getByLabel('Name of the person you visit').fill('alex');
    },
  },
  'kiosk, document': {
    ...asKiosk,
    until: async (page) => {
      await saysWho(page);
      await press(page, 'Nobody in particular');
      await press(page, 'I have read and accept this');
      await shown(page, 'Sign here');
    },
  },
  'kiosk, PIN': { ...asKiosk, until: (page) => press(page, 'I have a PIN') },
  'kiosk, leaving': {
    ...asKiosk,
    until: async (page) => {
      await press(page, 'Leaving');
      await page.getByLabel('Your name').fill('wolfe');
      await page.getByRole('button', { name: longName.firstName }).waitFor();
    },
  },
  visitors: { ...asAdmin, path: () => `/visitors?site=${site.id}`, until: (page) => shown(page, longName.firstName) },
  'visitors, inside': {
    ...asAdmin,
    path: () => `/visitors?site=${site.id}&show=inside`,
    until: (page) => page.getByRole('link', { name: 'Badge of' }).waitFor(),
  },
  'visitors, nobody': {
    ...asAdmin,
    path: () => `/visitors?site=${empty.id}`,
    until: (page) => shown(page, 'Nobody is expected any more'),
  },
  'visitors, to decide about': {
    ...asAdmin,
    path: () => `/visitors?site=${careful.id}`,
    until: (page) => press(page, /^Refuse the visit of/),
  },
  'visitors, adding': {
    ...asAdmin,
    path: () => `/visitors?site=${site.id}`,
    until: async (page) => {
      await press(page, 'Add a visitor');
      await page.getByText('Later', { exact: true }).click();
    },
  },
  'visitors, arriving': {
    ...asAdmin,
    path: () => `/visitors?site=${site.id}`,
    until: async (page) => {
      await press(page, new RegExp(`^${longName.firstName}.* has arrived`));
      await shown(page, 'Sign here');
    },
  },
  'visitors, reception': {
    ...asAdmin,
    path: () => `/visitors?site=${site.id}`,
    until: async (page) => {
      await press(page, 'How visitors are received');
      await page.getByLabel('Title').first().waitFor();
    },
  },
  guests: {
    as: () => member,
    path: () => `/guests?site=${site.id}`,
    until: (page) => page.getByRole('button', { name: 'Send the invitation' }).first().waitFor(),
  },
  'guests, none': { ...asAdmin, path: () => '/guests', until: (page) => shown(page, 'You expect nobody') },
  'guests, inviting': {
    as: () => member,
    path: () => `/guests?site=${site.id}`,
    until: async (page) => {
      await press(page, 'Invite a guest');
      await page.getByRole('dialog').getByLabel('Mobile number').waitFor();
    },
  },
  'signed list': { ...asAdmin, path: () => '/snapshot', until: (page) => page.getByLabel('Or its text').waitFor() },
  'signed list, checked': {
    ...asAdmin,
    path: () => '/snapshot',
    until: async (page) => {
      await page.getByLabel('Or its text').fill(signedList);
      await press(page, 'Check');
      await shown(page, 'Genuine');
    },
  },
  badge: {
    ...asAdmin,
    path: () => `/visitors/${visitorId}/badge?site=${site.id}`,
    until: (page) => page.getByRole('img', { name: 'Badge of' }).waitFor(),
  },
  'evacuation, nothing under way': {
    ...asAdmin,
    path: () => `/evacuation?site=${empty.id}`,
    until: (page) => page.getByLabel('Muster points').waitFor(),
  },
  'writing to everybody inside': {
    ...asAdmin,
    path: () => `/presence?site=${site.id}`,
    until: async (page) => {
      await press(page, 'Write to everybody inside');
      await page.getByLabel('Message').fill('The lift is out of order until noon. Please take the stairs.');
      await shown(page, 'As it reads on a phone');
    },
  },
  'evacuation, asked': {
    ...asAdmin,
    path: () => `/evacuation?site=${empty.id}`,
    until: (page) => press(page, 'Start an evacuation'),
  },
  'evacuation, board': {
    ...asAdmin,
    path: () => `/evacuation?incident=${running.id}`,
    until: async (page) => {
      await page.getByText(/^All \d+$/).click();
      await page.getByText('Codes of the muster points').click();
      await page.getByRole('img', { name: 'QR code of Car park' }).waitFor();
    },
  },
  'evacuation, scanning': {
    ...asAdmin,
    path: () => `/evacuation?incident=${running.id}`,
    until: async (page) => {
      await press(page, 'Scan badges');
      await page.getByLabel('Number of a badge').waitFor();
    },
  },
  'evacuation, ending': {
    ...asAdmin,
    path: () => `/evacuation?incident=${running.id}`,
    until: (page) => press(page, 'End the drill'),
  },
  'evacuation, report': {
    ...asAdmin,
    path: () => `/evacuation/${over.id}/report`,
    until: (page) => shown(page, 'What happened'),
  },
  'evacuation, not for everybody': {
    as: () => member,
    path: () => `/evacuation?site=${site.id}`,
    until: (page) => shown(page, 'Only wardens of this site'),
  },
  'code of a kiosk': {
    as: () => member,
    path: () => '/k/none.1.abcdefghijklmnop',
    until: async (page) => {
      await page.goto(await codeNow(kiosk));
      await press(page, 'Sign in or out');
      await shown(page, /You are (in at|out of)/);
    },
  },
  'code of a kiosk, over': {
    as: () => member,
    path: () => '/k/none.1.abcdefghijklmnop',
    until: async (page) => {
      await press(page, 'Sign in or out');
      await shown(page, 'The code has changed');
    },
  },
  'muster point': {
    as: () => member,
    path: () => '/muster/none',
    until: (page) => shown(page, 'Are you standing there'),
  },
  'sign-out link, over': { path: () => '/o/none', until: (page) => shown(page, 'does not work any more') },
  'answer link, over': { path: () => '/safe/none', until: (page) => shown(page, 'does not work any more') },
  'unsubscribe link, over': { path: () => '/unsubscribe/none', until: (page) => shown(page, 'does not work any more') },
  'invitation, over': { path: () => '/i/none', until: (page) => shown(page, 'does not work any more') },
  'host link, over': { path: () => '/h/none', until: (page) => shown(page, 'does not work any more') },
};

lookAt(sights);
