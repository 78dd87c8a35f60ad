import { beforeAll, describe, expect, it, vi } from 'vitest';
import { newDevice } from './platform/device.ts';
import { content } from './platform/http.ts';
import { newKiosk } from './platform/kiosk.ts';
import { administrator, type Member, memberWith, newEmail } from './platform/people.ts';
import { messagesTo } from './platform/sandbox.ts';
import { move, newSite, type Site } from './platform/sites.ts';
import { unique } from './platform/unique.ts';

type Audits = Readonly<{ audits: readonly Readonly<{ action: string; actorId: string }>[] }>;
type Visitor = Readonly<{ id: string; approval?: string; status: string }>;

const delivered = { timeout: 15_000, interval: 50 };

let admin: Member;
let officer: Member;
let site: Site;
beforeAll(async () => {
  admin = await administrator();
  officer = await memberWith(['safety-officer'], { firstName: 'Olga', lastName: 'Officer' });
});

const at = (path: string): string => `/api/register/sites/${site.id}/${path}`;

/** A mail to this address whose subject says so, waited for. */
const mail = (to: string, subject: RegExp) =>
  vi.waitFor(async () => {
    const found = (await messagesTo('email', to)).find((message) => subject.test(message.subject ?? ''));
    if (!found) throw new Error(`no mail to ${to} about ${subject}`);
    return found;
  }, delivered);

const audited = (subjectId: string, action: string, actorId: string) =>
  vi.waitFor(async () => {
    const path = `/api/register/audits?subjectId=${subjectId}`;
    const { audits } = content(await admin.device.call<Audits>('GET', path));
    expect(audits).toMatchObject([{ action, actorId }]);
  }, delivered);

describe('an officer who writes to everybody inside', () => {
  beforeAll(async () => {
    site = await newSite();
  });

  it('sees how many that is, and each of them hears from whom it is', async () => {
    const inside = await memberWith(['member']);
    content(await move(inside.device, 'in', site.id));
    const preview = content(await officer.device.call('POST', at('broadcasts/preview'), { body: {} }));
    expect(preview).toMatchObject({ people: 1, visitors: 0, sender: 'Olga Officer' });

    const body = { text: 'The lift is out of order.' };
    const sent = content(await officer.device.call<{ id: string }>('POST', at('broadcasts'), { body }), 201);

    const { text } = await mail(inside.contact.value, new RegExp(site.name));
    expect(text).toMatch(/The lift is out of order\.\s+Olga Officer/);
    await audited(sent.id, 'broadcast.send', officer.person.id);
    const refused = await inside.device.call('POST', at('broadcasts'), { body });
    expect([refused.status, refused.json]).toMatchObject([403, { code: 'register.not_a_warden' }]);
  });
});

describe('a visitor whom somebody else has to agree to', () => {
  let desk: Member;
  let host: Member;
  beforeAll(async () => {
    site = await newSite();
    desk = await memberWith(['reception'], { firstName: 'Rita', lastName: 'Desk' });
    host = await memberWith(['member'], { firstName: 'Grace', lastName: 'Hopper' });
    const body = { approval: 'needed' };
    content(await admin.device.call('PATCH', at('reception?updateMask=approval'), { body }));
  });

  it('is invited once the host has agreed to whom the desk announced', async () => {
    const guest = newEmail().value;
    const body = { name: 'Ada Lovelace', email: guest, hostId: host.person.id };
    const { id } = content(await desk.device.call<Visitor>('POST', at('visitors'), { body }), 201);
    const asked = await mail(host.contact.value, /Do you agree to the visit of Ada Lovelace/);
    expect(asked.text).toContain('Rita Desk announced Ada Lovelace');
    expect(await messagesTo('email', guest)).toEqual([]);
    const kiosk = await newKiosk(site.id);
    const early = await kiosk.device.call('POST', '/api/register/kiosk/arrivals', { body: { visitorId: id } });
    expect([early.status, early.json]).toMatchObject([403, { code: 'register.visitor_not_approved' }]);

    const decision = `/api/register/me/guests/${id}/decision`;
    const agreed = content(await host.device.call<Visitor>('POST', decision, { body: { approve: true } }));

    expect(agreed.approval).toBe('approved');
    await mail(guest, new RegExp(site.name));
    await mail(desk.contact.value, /Visit agreed to: Ada Lovelace/);
    await audited(id, 'visitor.approve', host.person.id);
  });

  it('is refused by reception with a reason that the host hears', async () => {
    const body = { siteId: site.id, name: `Bob ${unique()}` };
    const { id } = content(await host.device.call<Visitor>('POST', '/api/register/me/guests', { body }), 201);
    await mail(desk.contact.value, new RegExp(`Do you agree to the visit of ${body.name}`));
    const reason = 'The workshop is closed.';
    const decision = { body: { approve: false, reason } };
    const refused = content(await desk.device.call<Visitor>('POST', at(`visitors/${id}/decision`), decision));
    expect([refused.status, refused.approval]).toEqual(['cancelled', 'refused']);
    expect((await mail(host.contact.value, /Visit refused/)).text).toContain(reason);
  });
});

describe('the privacy notice', () => {
  it('is what the organisation wrote last, in the language of the reader, with its versions', async () => {
    const nobody = newDevice();
    const text = `We keep little (${unique()}).`;
    const path = '/api/register/privacy-notices';
    const written = content(await admin.device.call('PUT', `${path}/cy`, { body: { text } }));
    const read = content(await nobody.call('GET', '/api/register/privacy-notice?language=cy-GB'));
    expect(read).toEqual(written);
    expect(read).toMatchObject({ language: 'cy', text });
    const { notices } = content(await admin.device.call<{ notices: readonly object[] }>('GET', path));
    expect(notices).toContainEqual(read);
    content(await admin.device.call('PUT', `${path}/cy`, { body: { text: '' } }));
    expect(content(await nobody.call('GET', '/api/register/privacy-notice?language=cy'))).not.toMatchObject({ text });
  });
});
