import { beforeAll, describe, expect, it, vi } from 'vitest';
import { memberWithPhone } from './platform/contacts.ts';
import { environment } from './platform/environment.ts';
import { newDevice } from './platform/device.ts';
import { ask, content } from './platform/http.ts';
import { type Kiosk, newKiosk } from './platform/kiosk.ts';
import { administrator, type Member, memberWith, newcomer, newEmail } from './platform/people.ts';
import { clock, messagesTo, nextMessage } from './platform/sandbox.ts';
import { giveBadge, newSite, presenceAt, type Site } from './platform/sites.ts';
import { unique } from './platform/unique.ts';

type Visitor = Readonly<{
  id: string;
  status: string;
  name: string;
  hostAnswer?: string;
  watched: boolean;
  erased: boolean;
}>;
type AtKiosk = Readonly<{ visitorId: string; shownName: string; hostName: string; changed: boolean }>;

const delivered = { timeout: 15_000, interval: 50 };

let desk: Member;
let host: Member;
let site: Site;
beforeAll(async () => {
  desk = await memberWith(['reception'], { firstName: 'Rita', lastName: 'Desk' });
  host = await newcomer('Grace', 'Hopper');
});

const at = (path: string): string => `/api/register/sites/${site.id}/${path}`;
const atDesk = async <T = Visitor>(verb: string, path: string, body?: object): Promise<T> =>
  content(await desk.device.call<T>(verb, at(path), body ? { body } : {}), 200, 201);
const expected = (more: object = {}): Promise<Visitor> =>
  atDesk('POST', 'visitors', { name: 'Ada Lovelace', company: 'Engines', hostId: host.person.id, ...more });
const visitorNow = (id: string): Promise<Visitor> => atDesk('GET', `visitors/${id}`);
const receive = (body: object) => desk.device.call<{ visitor: Visitor }>('POST', at('arrivals'), { body });
const walkIn = { name: 'Cy Twombly', company: 'Paint' };

/** The token of the link in what came to somebody, the newest that has one. */
const linkTo = (channel: 'email' | 'sms', to: string, path: RegExp): Promise<string> =>
  vi.waitFor(async () => {
    const texts = (await messagesTo(channel, to)).toReversed().map(({ text }) => text);
    const token = texts.map((text) => path.exec(text)?.[1]).find((found) => found !== undefined);
    if (token === undefined) throw new Error(`no link for ${path} reached ${to}`);
    return token;
  }, delivered);

describe('a visitor who is expected', () => {
  let kiosk: Kiosk;
  let guest: string;
  let visitor: Visitor;
  let token: string;
  beforeAll(async () => {
    site = await newSite();
    kiosk = await newKiosk(site.id);
    guest = newEmail().value;
    visitor = await expected({ email: guest });
    token = await linkTo('email', guest, /\/i\/([\w.-]+)/);
  });

  it('is invited by a mail whose link says when and where, with a code to show', async () => {
    const nobody = newDevice();
    const read = content(await nobody.call('GET', `/api/register/links/invitation/${token}`));
    expect(read).toMatchObject({ siteName: site.name, visitorName: 'Ada Lovelace', status: 'expected' });
    const code = await nobody.call('GET', `/api/register/links/invitation/${token}/qr.svg`);
    expect([code.status, code.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  });

  it('shows the code at the kiosk, and the host is told who may answer with one tap', async () => {
    const arrived = content(
      await kiosk.device.call<AtKiosk>('POST', '/api/register/kiosk/arrivals', { body: { invitation: token } }),
    );
    expect(arrived).toMatchObject({
      visitorId: visitor.id,
      shownName: 'Ada L.',
      hostName: 'Grace Hopper',
      changed: true,
    });
    expect((await presenceAt(site.id)).people).toMatchObject([{ displayName: 'Ada Lovelace', kind: 'visitor' }]);
    const answer = await linkTo('email', host.contact.value, /\/h\/([\w.-]+)/);
    const path = `/api/register/links/host-answer/${answer}`;
    expect(content(await newDevice().call('GET', path))).toMatchObject({
      visitorName: 'Ada Lovelace',
      siteName: site.name,
    });
    content(await newDevice().call('POST', path, { body: { answer: 'coming' } }));
    expect(await visitorNow(visitor.id)).toMatchObject({ status: 'inside', hostAnswer: 'coming' });
  });

  it('has a badge with their name on it', async () => {
    const badge = await kiosk.device.call('GET', `/api/register/kiosk/visitors/${visitor.id}/badge.svg`);
    expect([badge.status, badge.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    expect(badge.text).toContain('Ada Lovelace');
  });

  it('leaves by the same code, once', async () => {
    const leave = () => kiosk.device.call('POST', '/api/register/kiosk/departures', { body: { token } });
    expect(content(await leave())).toMatchObject({ inside: false, changed: true });
    expect(content(await leave())).toMatchObject({ inside: false, changed: false });
    expect((await visitorNow(visitor.id)).status).toBe('left');
    expect((await presenceAt(site.id)).count).toBe(0);
  });
});

describe('a host', () => {
  beforeAll(async () => {
    site = await newSite();
  });

  it('invites somebody, sees them among the guests, and takes it back', async () => {
    const { value: email } = newEmail();
    const body = { siteId: site.id, name: 'Mary Somerville', email };
    const guest = content(await host.device.call<Visitor>('POST', '/api/register/me/guests', { body }), 201);
    const token = await linkTo('email', email, /\/i\/([\w.-]+)/);
    const other = await newcomer('Eve', 'Dropper');
    const cancel = `/api/register/me/guests/${guest.id}/cancel`;
    expect((await other.device.call('POST', cancel, { body: {} })).status).toBe(404);
    expect(content(await host.device.call('POST', cancel, { body: {} }))).toMatchObject({ status: 'cancelled' });
    const kiosk = await newKiosk(site.id);
    const late = await kiosk.device.call('POST', '/api/register/kiosk/arrivals', { body: { invitation: token } });
    expect([late.status, late.json]).toMatchObject([409, { code: 'register.visitor_not_expected' }]);
  });

  it('without a way to mail is told by text message, and answers by one', async () => {
    const member = await memberWithPhone({ firstName: 'Hedy', lastName: 'Lamarr' });
    const { contacts } = content(await member.device.call<typeof member.person>('GET', '/api/people/me'));
    const preferredContactId = contacts.find(({ method }) => method === 'sms')?.id;
    content(await member.device.call('PATCH', '/api/people/me', { body: { preferredContactId } }));
    const earlier = (await messagesTo('sms', member.phone.value)).at(-1)?.id;
    const { visitor } = content(await receive({ walkIn: { ...walkIn, hostId: member.person.id } }));
    expect((await nextMessage('sms', member.phone.value, earlier)).text).toMatch(/Cy Twombly.*Reply 1 coming/);
    const reply = { from: member.phone.value, body: '1' };
    content(await ask(`${environment.sandboxUrl}/sandbox/sms`, 'POST', { body: reply }), 202);
    await vi.waitFor(
      async () => expect(await visitorNow(visitor.id)).toMatchObject({ hostAnswer: 'coming' }),
      delivered,
    );
  });

  it('who does not come is reminded once that somebody waits', async () => {
    const member = await newcomer('Slow', 'Host');
    await receive({ walkIn: { ...walkIn, hostId: member.person.id } });
    await linkTo('email', member.contact.value, /\/h\/([\w.-]+)/);
    const told = (await messagesTo('email', member.contact.value)).at(-1)?.id;
    await clock.advance(600);
    const reminder = await nextMessage('email', member.contact.value, told);
    expect(reminder.text).toContain('Cy Twombly');
  });
});

describe('the desk', () => {
  beforeAll(async () => {
    site = await newSite();
  });

  it('takes a walk-in in and lets them go', async () => {
    const { visitor } = content(await receive({ walkIn, vehicle: 'AB12 CDE' }));
    expect(visitor).toMatchObject({ status: 'inside', name: 'Cy Twombly', vehicle: 'AB12 CDE' });
    expect((await presenceAt(site.id)).count).toBe(1);
    expect(await atDesk('POST', `visitors/${visitor.id}/sign-out`, {})).toMatchObject({ status: 'left' });
    expect((await presenceAt(site.id)).count).toBe(0);
  });

  it('lets nobody in who has not accepted what the site asks for', async () => {
    const { device } = await administrator();
    const documents = [{ id: 'nda', title: 'Confidentiality', text: 'I keep to myself what I see.' }];
    const reception = content(
      await device.call<{ documents: readonly { version: number }[] }>('PATCH', at('reception'), {
        body: { documents },
      }),
    );
    const refused = await receive({ walkIn });
    expect([refused.status, refused.json]).toMatchObject([422, { code: 'register.documents_missing' }]);
    const version = reception.documents[0]?.version ?? 0;
    const { visitor } = content(await receive({ walkIn, acceptances: [{ documentId: 'nda', version }] }));
    expect(visitor).toMatchObject({ status: 'inside', acceptances: [{ documentId: 'nda', version }] });
    content(await device.call('PATCH', at('reception'), { body: { documents: [] } }));
  });

  it('lets no contractor in without an induction, unless it says why', async () => {
    const contractor = { kind: 'contractor', name: 'Con Tractor', company: 'Scaffold' };
    const refused = await receive({ walkIn: contractor });
    expect([refused.status, refused.json]).toMatchObject([403, { code: 'register.induction_missing' }]);
    const { visitor } = content(await receive({ walkIn: contractor, overrideReason: 'Emergency repair' }));
    expect(visitor).toMatchObject({ kind: 'contractor', overrideReason: 'Emergency repair' });
    const expiresOn = new Date((await clock.now()).getTime() + 30 * 86_400_000).toISOString().slice(0, 10);
    const inducted = { name: 'Ina Ducted', company: 'Scaffold', expiresOn };
    content(await desk.device.call('POST', at('inductions'), { body: inducted }), 201);
    const { name, company } = inducted;
    content(await receive({ walkIn: { kind: 'contractor', name, company } }));
  });

  it('is told of whom it watches for, and so is who was named', async () => {
    const guard = await newcomer('Gil', 'Guard');
    const entry = { name: 'Moriarty', note: 'Call Gil', notifyPersonIds: [guard.person.id] };
    content(await desk.device.call('POST', at('watch-list'), { body: entry }), 201);
    const { visitor } = content(await receive({ walkIn: { name: 'MORIARTY' } }));
    expect(visitor.watched).toBe(true);
    await vi.waitFor(async () => {
      const texts = (await messagesTo('email', guard.contact.value)).map(({ text }) => text);
      expect(texts.join()).toContain('MORIARTY');
    }, delivered);
  });
});

describe('a record that is gone', () => {
  it.each(['watch-list', 'inductions'])('is not taken away a second time: %s', async (list) => {
    const { device } = await administrator();
    const { id } = await newSite();
    const body =
      list === 'inductions' ? { name: 'Bob Bauer', company: '', expiresOn: '2099-01-01' } : { name: 'Mal Ory' };
    const made = await device.call<{ id: string }>('POST', `/api/register/sites/${id}/${list}`, { body });
    const remove = (siteId: string) =>
      device.call('DELETE', `/api/register/sites/${siteId}/${list}/${content(made, 200, 201).id}`);
    expect([(await remove('nowhere')).status, (await remove(id)).status, (await remove(id)).status]).toEqual([
      404, 204, 404,
    ]);
  });

  it('is not taken away a second time: a badge', async () => {
    const { device } = await administrator();
    const { person } = await newcomer();
    const id = await giveBadge({ badgeId: unique(), personId: person.id });
    const remove = () => device.call('DELETE', `/api/register/badges/${id}`);
    expect([(await remove()).status, (await remove()).status]).toEqual([204, 404]);
  });
});

describe('what is kept of a visitor', () => {
  it('ends the visit at midnight without inventing when they left, and the details thirty days later', async () => {
    await clock.moveTo(await clock.nextOf('03-02T17:00:00.000Z'));
    site = await newSite({ timeZone: 'Europe/London' });
    desk = await memberWith(['reception'], { firstName: 'Rita', lastName: 'Desk' });
    const { visitor } = content(await receive({ walkIn }));
    await clock.advance(7 * 3_600);
    await vi.waitFor(async () => expect((await visitorNow(visitor.id)).status).toBe('not_signed_out'), delivered);
    expect(await visitorNow(visitor.id)).not.toHaveProperty('leftAt');
    expect((await presenceAt(site.id)).count).toBe(0);
    await clock.advance(31 * 86_400);
    await vi.waitFor(
      async () => expect(await visitorNow(visitor.id)).toMatchObject({ erased: true, name: '' }),
      delivered,
    );
  });
});

describe("a member's own guest", () => {
  const guests = '/api/register/me/guests';
  let member: Member;
  let other: Member;
  beforeAll(async () => {
    member = await newcomer('Amara', 'Okafor');
    other = await newcomer('Olaf', 'Other');
  });
  const invitationsTo = async (to: string): Promise<number> =>
    (await messagesTo('email', to)).filter(({ text }) => /\/i\/[\w.-]+/.test(text)).length;

  it('is invited, sent the invitation again, and called off, by the host and by nobody else', async () => {
    site = await newSite();
    const to = newEmail().value;
    const body = { siteId: site.id, name: 'Katherine Johnson', email: to, phone: '+44 7700 900123' };
    const guest = content(await member.device.call<Visitor>('POST', guests, { body }), 201);
    await vi.waitFor(async () => expect(await invitationsTo(to)).toBe(1), delivered);
    const again = `${guests}/${guest.id}/invitation`;
    expect((await other.device.call('POST', again, { body: {} })).json).toMatchObject({
      code: 'register.visitor_not_found',
    });
    content(await member.device.call('POST', again, { body: {} }));
    await vi.waitFor(async () => expect(await invitationsTo(to)).toBe(2), delivered);
    content(await member.device.call('POST', `${guests}/${guest.id}/cancel`, { body: {} }));
    expect((await member.device.call('POST', again, { body: {} })).json).toMatchObject({
      code: 'register.visitor_not_expected',
    });
    const { guests: mine } = content(await member.device.call<{ guests: readonly Visitor[] }>('GET', guests));
    expect(mine.find(({ id }) => id === guest.id)).toMatchObject({ status: 'cancelled', phone: '+447700900123' });
  });

  it('who has no address has no invitation to send', async () => {
    site = await newSite();
    const body = { siteId: site.id, name: 'Mary Jackson' };
    const { id } = content(await member.device.call<Visitor>('POST', guests, { body }), 201);
    const refused = await member.device.call('POST', `${guests}/${id}/invitation`, { body: {} });
    expect([refused.status, refused.json]).toMatchObject([
      422,
      { errors: [{ pointer: expect.stringContaining('email') }] },
    ]);
  });
});

describe('the kiosk', () => {
  it('asks for a phone number unless the site says not to', async () => {
    site = await newSite();
    const { device: admin } = await administrator();
    const { device } = await newKiosk(site.id);
    const rule = async () => content(await device.call<{ phone: string }>('GET', '/api/register/kiosk/config')).phone;
    expect(await rule()).toBe('optional');
    content(await admin.call('PATCH', at('reception'), { body: { phone: 'off' } }));
    expect(await rule()).toBe('off');
  });
});
