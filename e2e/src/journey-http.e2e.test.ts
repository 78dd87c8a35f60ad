import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Device, newDevice } from './platform/device.ts';
import { environment } from './platform/environment.ts';
import { type Events, follow, nextEvent } from './platform/events.ts';
import { ask, content } from './platform/http.ts';
import {
  addPerson,
  administrator,
  askForCode,
  type Contact,
  newcomer,
  newEmail,
  newPhone,
  type Person,
  signIn,
  verify,
  withToken,
} from './platform/people.ts';
import { messagesTo, nextMessage } from './platform/sandbox.ts';
import { move, newSite, presenceAt, type Site, statusOf } from './platform/sites.ts';

let site: Site;
const followed: Events[] = [];

beforeAll(async () => {
  site = await newSite();
});
afterAll(() => followed.forEach((events) => events.close()));

const followPresence = async (siteId: string, lastEventId?: string): Promise<Events> => {
  const { device } = await administrator();
  const events = await follow(device, `/api/register/sites/${siteId}/presence/stream`, lastEventId);
  followed.push(events);
  return events;
};

describe('a newcomer', () => {
  let device: Device;
  let contact: Contact;
  let registrationToken: string;
  beforeAll(() => {
    device = newDevice({ userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' });
    contact = newEmail();
  });

  it('gets a code by a mail that is rendered and readable as text, sent by SMTP', async () => {
    const challenge = await askForCode(device, contact);
    const mail = await nextMessage('email', contact.value);
    expect(mail.subject).toBe('Your Guildhall sign-in code');
    expect(mail.text).toContain(challenge.code);
    expect(mail.html).toMatch(/<!doctype html>/i);
    expect(mail.html).toContain(challenge.code);
    expect(mail.html).not.toMatch(/\{\{|<mj-/);
    expect(mail.raw).toMatchObject({ messageId: expect.stringMatching(/.+/), headers: { from: expect.any(String) } });
    const answer = content(await verify(device, challenge));
    expect(answer).toEqual({ status: 'needs_name', registrationToken: expect.stringMatching(/^.{22,}$/) });
    registrationToken = answer.registrationToken ?? '';
  });

  it('gives a name and is signed in for a year', async () => {
    const body = { registrationToken, firstName: 'Ada', lastName: 'Lovelace' };
    const reply = await device.call<{ person: Person }>('POST', '/api/auth/registrations', { body });
    const { person } = content(reply, 201);
    expect(person).toMatchObject({ displayName: 'Ada Lovelace', handle: expect.stringMatching(/^ada\.lovelace/) });
    const cookie = reply.headers.getSetCookie()[0] ?? '';
    expect(cookie).toMatch(/Max-Age=31536000/);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    const session = content(await device.call<{ person: Person; csrfToken: string }>('GET', '/api/auth/session'));
    expect(session).toMatchObject({ person: { id: person.id }, permissions: [], csrfToken: expect.any(String) });
  });

  it('is out until they press the button', async () => {
    expect(await statusOf(device, site.id)).toMatchObject({ state: 'out', today: site.today });
  });

  it('signs in, and everyone concerned knows: answer, status, presence, its live feed within a second, Slack', async () => {
    const events = await followPresence(site.id);
    const pressedAt = performance.now();
    const movement = content(await move(device, 'in', site.id));
    expect(movement).toMatchObject({ changed: true, occupancy: 1, visitId: expect.any(String) });
    const opened = await nextEvent(events, ({ data }) => data['visitId'] === movement.visitId);
    expect(opened.data).toMatchObject({ displayName: 'Ada Lovelace', direction: 'in', occupancy: 1 });
    expect(opened.atMs - pressedAt).toBeLessThan(1_000);
    expect(await statusOf(device, site.id)).toMatchObject({ state: 'in', since: movement.at });
    expect((await presenceAt(site.id)).people.map(({ displayName }) => displayName)).toEqual(['Ada Lovelace']);
    const post = await nextMessage('slack', site.channel);
    expect(post.text).toBe('Ada Lovelace signed in · 1 person in');
  });

  it('is not let in twice, and nobody is told twice', async () => {
    const before = await messagesTo('slack', site.channel);
    const status = await statusOf(device, site.id);
    expect(content(await move(device, 'in', site.id))).toMatchObject({ changed: false, visitId: status.visitId });
    content(await move((await newcomer('Grace', 'Hopper')).device, 'in', site.id));
    const next = await nextMessage('slack', site.channel, before.at(-1)?.id);
    expect(next.text).toBe('Grace Hopper signed in · 2 people in');
  });

  it('signs out the same way', async () => {
    const before = (await messagesTo('slack', site.channel)).at(-1);
    const events = await followPresence(site.id);
    const movement = content(await move(device, 'out', site.id));
    expect(movement).toMatchObject({ changed: true, occupancy: 1 });
    await vi.waitFor(() =>
      expect(events.seen.at(-1)?.data).toMatchObject({ direction: 'out', visitId: movement.visitId }),
    );
    expect(await statusOf(device, site.id)).toMatchObject({ state: 'out' });
    expect((await presenceAt(site.id)).people.map(({ displayName }) => displayName)).toEqual(['Grace Hopper']);
    const post = await nextMessage('slack', site.channel, before?.id);
    expect(post.text).toBe('Ada Lovelace signed out · 1 person in');
  });

  it('signs out with nothing open: nothing changes and nobody is told', async () => {
    const before = await messagesTo('slack', site.channel);
    expect(content(await move(device, 'out', site.id))).toMatchObject({ changed: false });
    const second = await newcomer('Mary', 'Somerville');
    content(await move(second.device, 'in', site.id));
    const next = await nextMessage('slack', site.channel, before.at(-1)?.id);
    expect(next.text).toBe('Mary Somerville signed in · 2 people in');
  });

  it('ends the session of this device by logging out', async () => {
    const held = device.cookie();
    const reply = await device.call('POST', '/api/auth/logout', { body: {} });
    expect(reply.status).toBe(204);
    expect(device.cookie()).toBe('');
    const again = newDevice({ cookie: held });
    expect((await again.call('GET', '/api/auth/session')).status).toBe(401);
  });

  it('is known the next time, without giving a name', async () => {
    expect((await signIn(contact)).person.displayName).toBe('Ada Lovelace');
  });
});

describe('a feed that was interrupted', () => {
  it('goes on behind the last event that was seen, and misses nothing', async () => {
    const own = await newSite();
    const { device } = await newcomer('Katharine', 'Blodgett');
    const first = await followPresence(own.id);
    content(await move(device, 'in', own.id));
    const { id } = await nextEvent(first, ({ data }) => data['direction'] === 'in');
    first.close();
    content(await move(device, 'out', own.id));
    content(await move(device, 'in', own.id));
    const resumed = await followPresence(own.id, id);
    await nextEvent(resumed, ({ data }) => data['direction'] === 'in');
    const moves = resumed.seen.map(({ data }) => data['direction']).filter((direction) => direction !== undefined);
    expect(moves).toEqual(['out', 'in']);
  });
});

describe('a code by text message', () => {
  it('signs a newcomer in just like one by e-mail', async () => {
    const { device, person, contact } = await newcomer('Katherine', 'Johnson', newPhone());
    expect(person.contacts).toEqual([expect.objectContaining({ method: 'sms' })]);
    const [sms] = await messagesTo('sms', contact.value);
    expect(sms?.text).toMatch(/^\d{6} is your Guildhall code\./);
    expect(await statusOf(device, site.id)).toMatchObject({ state: 'out' });
  });

  it('reaches the same person whichever way their number is written', async () => {
    const { person, contact } = await newcomer('Joan', 'Clarke', newPhone());
    const national = contact.value.replace(/^\+44/, '0').replace(/^(\d{5})/, '$1 ');
    const device = newDevice();
    const challenge = await askForCode(device, contact, national);
    expect(content(await verify(device, challenge))).toMatchObject({ status: 'signed_in', person: { id: person.id } });
  });
});

describe('what Slack is told', () => {
  it('is escaped, whatever somebody is called', async () => {
    const { contact } = await addPerson(['member'], { firstName: 'Łukasz <!channel>', lastName: '& *Żółć*' });
    const { device } = await signIn(contact);
    const own = await newSite();
    content(await move(device, 'in', own.id));
    const post = await nextMessage('slack', own.channel);
    expect(post.text).not.toContain('<!channel>');
    expect(post.text).toContain('&lt;!channel&gt;');
    expect(post.text).toContain('&amp;');
  });

  it.each([
    ['initials', 'A. L. signed in · 1 person in'],
    ['count', '1 person in'],
  ])('keeps to the privacy of the webhook: %s', async (privacy, text) => {
    const { device } = await newcomer('Ada', 'Lovelace');
    const own = await newSite();
    const url = `${environment.sandboxUrl}/slack/services/T0GUILD/B0${own.id.toUpperCase()}/e2e`;
    const { device: admin } = await administrator();
    const body = { slackWebhooks: [{ url, movements: 'both', privacy }] };
    content(await admin.call('PATCH', `/api/register/sites/${own.id}`, { body }));
    content(await move(device, 'in', own.id));
    const post = await nextMessage('slack', own.channel);
    expect(post.text).toContain(text);
    expect(post.text).not.toContain('Lovelace');
  });
});

describe('a personal token', () => {
  it('acts for its owner by Authorization: Bearer, without cookie and CSRF token', async () => {
    const member = await newcomer('Radia', 'Perlman');
    const program = await withToken(member);
    const own = await newSite();
    expect(content(await program.call('GET', '/api/auth/session'))).toMatchObject({ person: { id: member.person.id } });
    expect(content(await move(program, 'in', own.id))).toMatchObject({ changed: true });
    expect(await statusOf(member.device, own.id)).toMatchObject({ state: 'in' });
  });

  it('signs in on another device by its address, once its owner agrees', async () => {
    const member = await newcomer('Barbara', 'Liskov');
    const made = content(
      await member.device.call<{ token: string; url: string }>('POST', '/api/auth/access-token', { body: {} }),
      201,
    );
    expect(made.url).toBe(`${environment.webUrl}/t/${made.token}`);
    const opened = await ask(made.url, 'GET');
    expect(opened.headers.getSetCookie()).toEqual([]);
    const other = newDevice();
    const body = { token: made.token };
    content(await other.call('POST', '/api/auth/access-token/redeem', { body }));
    expect(content(await other.call('GET', '/api/auth/session'))).toMatchObject({ person: { id: member.person.id } });
  });

  it('opens nothing any more once it is replaced', async () => {
    const member = await newcomer('Frances', 'Allen');
    const first = await withToken(member);
    const second = await withToken(member);
    expect((await second.call('GET', '/api/auth/session')).status).toBe(200);
    await vi.waitFor(async () => expect((await first.call('GET', '/api/auth/session')).status).toBe(401));
  });
});

describe('one request sent twice under one Idempotency-Key', () => {
  it('happens once and is answered twice; another body is refused', async () => {
    const { device } = await newcomer('Lynn', 'Conway');
    const own = await newSite();
    const headers = { 'idempotency-key': `e2e-${own.id}` };
    const asked = { body: { siteId: own.id }, headers };
    const first = await device.call('POST', '/api/register/me/sign-in', asked);
    const second = await device.call('POST', '/api/register/me/sign-in', asked);
    expect([second.status, second.json]).toEqual([200, first.json]);
    expect(first.json).toMatchObject({ changed: true });
    const other = await device.call('POST', '/api/register/me/sign-in', { body: { siteId: site.id }, headers });
    expect([other.status, other.json['code']]).toEqual([422, 'gateway.idempotency_key_reused']);
  });
});

describe('what was sent', () => {
  it('is recorded with its attempts at /api/notifier/messages', async () => {
    const { contact } = await newcomer();
    const { device } = await administrator();
    const path = `/api/notifier/messages?channel=email&to=${encodeURIComponent(contact.value)}`;
    await vi.waitFor(async () => {
      const { messages } = content(await device.call<{ messages: readonly object[] }>('GET', path));
      expect(messages).toEqual([
        expect.objectContaining({
          state: 'sent',
          template: 'login',
          attempts: [expect.objectContaining({ provider: 'smtp', outcome: 'sent' })],
        }),
      ]);
    });
  });
});
