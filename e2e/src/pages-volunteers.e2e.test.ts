import type { Page } from 'playwright-core';
import { beforeAll } from 'vitest';
import { lookAt, type Sight } from './browser/sights.ts';
import type { Device } from './platform/device.ts';
import { content } from './platform/http.ts';
import { administrator, memberWith, newEmail } from './platform/people.ts';
import { clock } from './platform/sandbox.ts';
import { anyReview } from './routes/governance-things.ts';
import { unique } from './platform/unique.ts';

const longName = {
  firstName: 'Wolfeschlegelsteinhausenbergerdorff',
  lastName: "O'Shaughnessy-Fitzwilliam von Habsburg",
};
const place = { area: `area-${unique()}`, district: 'north', branch: 'the-branch-behind-the-railway-station' };
const role = `role-${unique()}`;
const channel = `a_channel_with_a_long_name_${unique()}`;
const volunteerId = `V-${unique()}`.slice(0, 32);
const dayMs = 86_400_000;

let admin: Device;
let member: Device;
let opportunityId: string;
let shiftId: string;
let reviewId: string;

type Id<Name extends string> = Readonly<Record<Name, string>>;

const make = async <T>(path: string, body: object, status = 201): Promise<T> =>
  content(await admin.call<T>('POST', `/api/volunteers${path}`, { body }), status);

/** A role that gives a channel, somebody who has it, and something to do, with names as long as they come. */
beforeAll(async () => {
  admin = (await administrator()).device;
  member = (await memberWith(['member'], longName)).device;
  await make('/locations', place);
  await make('/channels', { system: 'checklist', name: channel });
  await make('/roles', { key: role, label: 'Somebody who looks after everybody else', channels: [channel] });
  const volunteer = { ...longName, volunteerId, email: newEmail().value, assignments: [{ ...place, role }] };
  await make('', volunteer);
  const opportunity = { ...place, title: 'Open workshop', description: 'Bring gloves.', published: true };
  ({ opportunityId } = await make<Id<'opportunityId'>>('/opportunities', opportunity));
  const inAMonth = (await clock.now()).getTime() + 30 * dayMs;
  const startsAt = new Date(inAMonth).toISOString();
  const endsAt = new Date(inAMonth + 3_600_000).toISOString();
  const shift = { startsAt, endsAt, capacity: 3 };
  ({ shiftId } = await make<Id<'shiftId'>>(`/opportunities/${opportunityId}/shifts`, shift));
  reviewId = await anyReview();
});

const shown = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name }).first().waitFor();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

const asAdmin = { as: () => admin };
const at = (rest: string) => ({ ...asAdmin, path: () => `/volunteers${rest}` });
const one = { ...asAdmin, path: () => `/volunteers/${volunteerId}` };

const people: Readonly<Record<string, Sight>> = {
  volunteers: { ...at('?q=Wolfe'), until: (page) => shown(page, longName.firstName) },
  'volunteers, filters': {
    ...at('?status=all'),
    until: (page) => page.getByRole('option', { name: place.area }).waitFor({ state: 'attached' }),
  },
  'volunteers, nobody': { ...at('?q=zzzzzz'), until: (page) => shown(page, 'Nobody matches') },
  'volunteers, not permitted': {
    as: () => member,
    path: () => '/volunteers',
    until: (page) => shown(page, 'This page needs a right that you do not have'),
  },
  'volunteer, adding': {
    ...at('/new'),
    until: async (page) => {
      await page.getByLabel('Role').selectOption(role);
      await page.getByLabel('Place').selectOption({ label: place.branch });
      await shown(page, 'gives there');
    },
  },
  volunteer: { ...one, until: (page) => page.getByRole('list', { name: 'Timeline' }).waitFor() },
  'volunteer, leaving': { ...one, until: (page) => press(page, 'Leaves…') },
  'volunteer, another role': {
    ...one,
    until: async (page) => {
      await press(page, 'Add a role');
      await page.getByRole('dialog').getByLabel('Place').waitFor();
    },
  },
  'volunteer, unknown': { ...at('/nobody-has-this'), until: (page) => shown(page, 'There is no such volunteer') },
  'volunteer, editing': {
    ...asAdmin,
    path: () => `/volunteers/${volunteerId}/edit`,
    until: async (page) => {
      await page.getByLabel('Role').selectOption('volunteer');
      await shown(page, 'is taken');
    },
  },
  board: { ...at('/board'), until: heading('Blocked') },
  approvals: { ...at('/approvals'), until: heading('Approvals') },
  'my volunteering, none': {
    as: () => member,
    path: () => '/me/volunteering',
    until: (page) => shown(page, 'You are no volunteer here'),
  },
};

const rules: Readonly<Record<string, Sight>> = {
  rules: { ...at('/rules'), until: (page) => page.getByRole('row', { name: channel }).waitFor() },
  'rules, looked at': {
    ...at('/rules'),
    until: async (page) => {
      await page.getByRole('checkbox', { name: `Volunteer gives ${channel}` }).check();
      await press(page, 'Look what would happen');
      await shown(page, /accesses? (is|are) given/);
    },
  },
  'rules, adding': {
    ...at('/rules'),
    until: async (page) => {
      await press(page, 'Add a rule');
      await page.getByRole('dialog').getByLabel('Area').waitFor();
    },
  },
  places: { ...at('/locations'), until: (page) => shown(page, place.branch) },
  channels: { ...at('/channels'), until: (page) => shown(page, channel) },
  'channels, adding': { ...at('/channels'), until: (page) => press(page, 'Add a channel') },
  'who manages what': { ...at('/managers'), until: heading('Who manages what') },
};

const systems: Readonly<Record<string, Sight>> = {
  connections: { ...at('/connections'), until: (page) => shown(page, 'Slack') },
  'connections, tried': {
    ...at('/connections'),
    until: async (page) => {
      await press(page, 'Test the connection to Slack');
      await shown(page, /It works|It does not work/);
    },
  },
  'connections, a new link': { ...at('/connections'), until: (page) => press(page, 'Add a new link') },
  tasks: { ...at('/tasks'), until: (page) => shown(page, 'What no program can do') },
  'unknown accounts': { ...at('/unmatched-slack-users'), until: (page) => page.getByRole('searchbox').waitFor() },
  drift: { ...at('/drift'), until: heading('Runs') },
  orphans: { ...at('/orphans'), until: heading('To look at') },
  'statistics of volunteers': {
    ...at('/stats?groupBy=role'),
    until: (page) => page.getByRole('img', { name: /Added and waiting/ }).waitFor(),
  },
  'import of volunteers': { ...at('/import'), until: (page) => page.getByLabel('File').waitFor() },
  'import of volunteers, checked': {
    ...at('/import'),
    until: async (page) => {
      const text = 'volunteer_id,email,first_name,last_name,area,district,branch,role\n1,nobody,A,B,haifa,nroth,x,y\n';
      const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
      await page.getByLabel('File').setInputFiles(file);
      await press(page, 'Check the file');
      await page.getByRole('table').waitFor();
    },
  },
};

const doings: Readonly<Record<string, Sight>> = {
  opportunities: { ...at('/opportunities'), until: (page) => shown(page, 'Open workshop') },
  opportunity: {
    ...asAdmin,
    path: () => `/volunteers/opportunities/${opportunityId}`,
    until: (page) => shown(page, '0 of 3 places taken'),
  },
  'opportunity, a shift': {
    ...asAdmin,
    path: () => `/volunteers/opportunities/${opportunityId}`,
    until: (page) => press(page, 'Add a shift'),
  },
  shift: {
    ...asAdmin,
    path: () => `/volunteers/shifts/${shiftId}`,
    until: (page) => shown(page, 'Nobody has signed up yet'),
  },
  reviews: { ...at('/reviews'), until: (page) => shown(page, /Review of/) },
  review: {
    ...asAdmin,
    path: () => `/volunteers/reviews/${reviewId}`,
    until: (page) => page.getByLabel('Which').waitFor(),
  },
  applications: { ...at('/applications'), until: heading('Who would like to help') },
  'becoming a volunteer': { path: () => '/volunteer', until: (page) => page.getByLabel('First name').waitFor() },
  'becoming a volunteer, confirming': {
    path: () => '/volunteer/confirm#none',
    until: async (page) => {
      await press(page, 'Yes, it is mine');
      await shown(page, 'does not work any more');
    },
  },
};

lookAt({ ...people, ...rules, ...systems, ...doings });
