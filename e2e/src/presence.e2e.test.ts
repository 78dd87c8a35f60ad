import { describe, expect, it, vi } from 'vitest';
import { newDevice } from './platform/device.ts';
import { content } from './platform/http.ts';
import { administrator, newcomer } from './platform/people.ts';
import { clock, messagesTo } from './platform/sandbox.ts';
import { move, newSite, presenceAt, statusOf } from './platform/sites.ts';

type Run = Readonly<{
  targets: readonly Readonly<{ personId: string; state: string }>[];
  asked: number;
  dryRun: boolean;
}>;
type Visit = Readonly<{ open: boolean; selfDeclared: boolean; leftAt?: string }>;

const expectToken = (text: string): string => {
  const token = /\/o\/([\w-]+)/.exec(text)?.[1];
  if (token === undefined) throw new Error('there is no sign-out link yet');
  return token;
};

describe('a reminder', () => {
  it('10: reaches who is inside, once, and its link signs out without signing in', async () => {
    const site = await newSite();
    const { device, contact, person } = await newcomer();
    content(await move(device, 'in', site.id));
    const { device: admin } = await administrator();
    const remind = async (dryRun: boolean): Promise<Run> =>
      content(
        await admin.call<Run>('POST', `/api/register/sites/${site.id}/reminders`, {
          body: { template: 'reminder_pm', dryRun },
        }),
      );
    expect((await remind(true)).targets).toMatchObject([{ personId: person.id, state: 'target' }]);
    expect((await remind(false)).asked).toBe(1);
    expect((await remind(false)).targets).toHaveLength(1);
    const token = await vi.waitFor(async () => {
      const texts = (await messagesTo('email', contact.value)).map(({ text }) => text);
      return expectToken(texts.join('\n'));
    }, 10_000);
    const path = `/api/register/links/sign-out/${token}`;
    const nobody = newDevice();
    expect(content(await nobody.call('GET', path))).toMatchObject({ open: true, changed: false });
    expect(await statusOf(device, site.id)).toMatchObject({ state: 'in' });
    expect(content(await nobody.call('POST', path, { body: {} }))).toMatchObject({ open: false, changed: true });
    expect(await statusOf(device, site.id)).toMatchObject({ state: 'out' });
  });

  it('of a template that is none is refused with the names of those that are', async () => {
    const site = await newSite();
    const { device } = await administrator();
    const body = { template: 'login' };
    const reply = await device.call('POST', `/api/register/sites/${site.id}/reminders`, { body });
    expect([reply.status, reply.json['code']]).toEqual([422, 'register.unknown_reminder']);
  });
});

describe('the mobile app', () => {
  it('16: hands a phone over without losing a movement', async () => {
    const site = await newSite();
    const [ada, cy] = [await newcomer('Ada', 'Lovelace'), await newcomer('Cy', 'Clay')];
    const post = (who: typeof ada, body: object) =>
      who.device.call('POST', '/api/register/app/status', { body: { siteId: site.id, ...body } });
    content(await post(ada, { pushToken: `P-${site.id}` }));
    const entered = content(await post(cy, { action: 'enter', pushToken: `P-${site.id}` }));
    expect(entered).toMatchObject({ status_updated: true, in_office: true, first_name: 'Cy', last_name: 'Clay' });
    expect(content(await post(cy, { action: 'enter' }))).toMatchObject({ status_updated: false, in_office: true });
    const malformed = await cy.device.call('POST', '/api/register/app/status', {
      body: 'not json',
    });
    expect(malformed.status).toBe(400);
  });

  it('is told in JSON that it has to sign in', async () => {
    const reply = await newDevice().call('GET', '/api/register/app/status');
    expect([reply.status, reply.headers.get('content-type')]).toEqual([401, 'application/problem+json']);
  });
});

describe('an own visit', () => {
  it('is corrected by the person, and by nobody else', async () => {
    const site = await newSite();
    const { device } = await newcomer();
    const { visitId } = content(await move(device, 'in', site.id));
    await clock.advance(600);
    const leftAt = new Date((await clock.now()).getTime() - 300_000).toISOString();
    const path = `/api/register/me/visits/${visitId}/correction`;
    const { device: other } = await newcomer();
    expect((await other.call('POST', path, { body: { leftAt } })).status).toBe(404);
    const visit = content(await device.call<Visit>('POST', path, { body: { leftAt } }));
    expect(visit).toMatchObject({ open: false, selfDeclared: true, leftAt });
    expect((await presenceAt(site.id)).count).toBe(0);
  });
});

it('a poster is an image that leads to the entrance', async () => {
  const site = await newSite({ entrances: ['Cycle yard'] });
  const { device } = await administrator();
  const svg = await device.call('GET', `/api/register/sites/${site.id}/qr.svg?entrance=cycle-yard&logo=true`);
  expect([svg.status, svg.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  expect(svg.text).toMatch(/^<svg /);
  const png = await device.call('GET', `/api/register/sites/${site.id}/qr.png`);
  expect([png.status, png.headers.get('content-type')]).toEqual([200, 'image/png']);
});
