import { createPublicKey, verify } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { memberWithPhone } from './platform/contacts.ts';
import { newDevice } from './platform/device.ts';
import { environment } from './platform/environment.ts';
import { follow, nextEvent } from './platform/events.ts';
import { ask, content } from './platform/http.ts';
import { addMarks, endIncident, entryOf, type Incident, incident, mark, startIncident } from './platform/incidents.ts';
import { administrator, type Member, memberWith, newcomer } from './platform/people.ts';
import { clock, type Message, messagesTo } from './platform/sandbox.ts';
import { move, newSite, type Site } from './platform/sites.ts';
import { unique } from './platform/unique.ts';

const delivered = { timeout: 15_000, interval: 50 };

let officer: Member;
let ann: Awaited<ReturnType<typeof memberWithPhone>>;
let bob: Member;
let cy: Member;
beforeAll(async () => {
  officer = await memberWith(['safety-officer'], { firstName: 'Olga', lastName: 'Officer' });
  ann = await memberWithPhone({ firstName: 'Ann', lastName: 'Early' });
  bob = await newcomer('Bob', 'Noyce');
  cy = await newcomer('Cy', 'Clay');
});

/** A site with these inside. */
async function siteWith(...inside: readonly Member[]): Promise<Site> {
  const site = await newSite();
  for (const { device } of inside) content(await move(device, 'in', site.id));
  return site;
}

const startAt = async (site: Site, more: object = {}): Promise<Incident> =>
  content(await startIncident(officer.device, site.id, { musterPoints: ['Car park', 'Canal'], ...more }), 201);
const stateOf = async ({ id }: Incident, { person }: Member) => (await entryOf(officer.device, id, person.id)).state;

const callTo = (channel: 'email' | 'sms', to: string, since: string): Promise<Message> =>
  vi.waitFor(async () => {
    const calls = (await messagesTo(channel, to, since)).filter(({ text }) => text.includes('Leave '));
    return calls.at(-1) ?? expect.fail(`nothing called ${to} by ${channel}`);
  }, delivered);
const answerIn = ({ text }: Message): string => /\/safe\/([\w.-]+)/.exec(text)?.[1] ?? expect.fail('no link to answer');

describe('scenario 20: a roll call while people move', () => {
  let site: Site;
  let drill: Incident;
  beforeAll(async () => {
    site = await siteWith(ann, bob, cy);
    drill = await startAt(site);
    content(await move(bob.device, 'out', site.id));
  });

  it('20: keeps the list of who was inside, with who signed out since as such', async () => {
    await vi.waitFor(async () => expect(await stateOf(drill, bob)).toBe('signed_out'), delivered);
    const { entries, counts } = await incident(officer.device, drill.id);
    expect(entries.map(({ displayName }) => displayName)).toEqual(['Ann Early', 'Bob Noyce', 'Cy Clay']);
    expect(counts).toMatchObject({ total: 3, accounted: 0 });
    expect((await entryOf(officer.device, drill.id, bob.person.id)).signedOutAt).toBeDefined();
  });

  it('20: calls everybody on the list by every contact that they have', async () => {
    expect((await callTo('sms', ann.phone.value, drill.startedAt)).text).toMatch(/^DRILL: Leave .*Reply 1 safe/);
    for (const { contact } of [ann, bob, cy])
      expect((await callTo('email', contact.value, drill.startedAt)).text).toContain(site.name);
    await vi.waitFor(async () => {
      const { deliveries } = await entryOf(officer.device, drill.id, ann.person.id);
      expect(deliveries.map(({ channel }) => channel).toSorted()).toEqual(['email', 'sms']);
    }, delivered);
  });

  it('20: counts who signed out once a warden has confirmed it', async () => {
    const { id } = await entryOf(officer.device, drill.id, bob.person.id);
    content(await mark(officer.device, drill.id, id, { markId: unique(20), state: 'not_on_site' }));
    expect((await incident(officer.device, drill.id)).counts).toMatchObject({ total: 3, accounted: 1 });
  });

  it('20: ends with a report that names who is not accounted for', async () => {
    await endIncident(officer.device, drill.id, 'Slow stairs');
    type Report = Readonly<{ unaccounted: readonly { displayName: string }[]; note: string }>;
    const path = `/api/register/incidents/${drill.id}/report`;
    const report = content(await officer.device.call<Report>('GET', path));
    expect(report.note).toBe('Slow stairs');
    expect(report.unaccounted.map(({ displayName }) => displayName)).toEqual(['Ann Early', 'Cy Clay']);
    const pdf = await officer.device.call('GET', `${path}.pdf`);
    expect([pdf.headers.get('content-type'), pdf.text.slice(0, 5)]).toEqual(['application/pdf', '%PDF-']);
    const csv = await officer.device.call('GET', `${path}.csv`);
    expect(csv.headers.get('content-type')).toMatch(/^text\/csv/);
    for (const name of ['Ann Early', 'Bob Noyce', 'Cy Clay']) expect(csv.text).toContain(name);
  });

  it('20: takes marks that were made before the end and reach it later, and no others', async () => {
    const { id } = await entryOf(officer.device, drill.id, cy.person.id);
    const made = async () => ({ id: unique(20), entryId: id, state: 'safe', at: (await clock.now()).toISOString() });
    const inTime = { ...(await made()), at: drill.startedAt };
    await clock.advance(60);
    const tooLate = await made();
    const { kept, refused } = content(await addMarks(officer.device, drill.id, { marks: [inTime, tooLate] }));
    expect([kept, refused]).toMatchObject([[inTime.id], [{ id: tooLate.id, code: 'register.incident_ended' }]]);
  });
});

describe('who is called', () => {
  let site: Site;
  let drill: Incident;
  beforeAll(async () => {
    site = await siteWith(ann, bob, cy);
    drill = await startAt(site, { kind: 'live', message: 'Smoke on the stairs' });
  });

  it('answers by text message', async () => {
    expect((await callTo('sms', ann.phone.value, drill.startedAt)).text).toContain('Smoke on the stairs');
    const reply = { from: ann.phone.value, body: '1' };
    content(await ask(`${environment.sandboxUrl}/sandbox/sms`, 'POST', { body: reply }), 202);
    await vi.waitFor(async () => expect(await stateOf(drill, ann)).toBe('safe'), delivered);
  });

  it('answers by the link in the mail without signing in, and the board hears of it', async () => {
    const events = await follow(officer.device, `/api/register/incidents/${drill.id}/stream`);
    const token = answerIn(await callTo('email', cy.contact.value, drill.startedAt));
    const path = `/api/register/answers/${token}`;
    expect(content(await newDevice().call('GET', path))).toMatchObject({ siteName: site.name, open: true });
    content(await newDevice().call('POST', path, { body: { state: 'help', note: 'Second floor' } }));
    const heard = await nextEvent(events, ({ data }) => data['personId'] === cy.person.id);
    expect(heard.data).toMatchObject({ state: 'help' });
    events.close();
  });

  it('is not answered for by a link that was changed', async () => {
    const token = answerIn(await callTo('email', bob.contact.value, drill.startedAt));
    const forged = `${token.slice(0, -2)}${token.endsWith('AA') ? 'BB' : 'AA'}`;
    const refused = await newDevice().call('POST', `/api/register/answers/${forged}`, { body: { state: 'safe' } });
    expect(refused.status).toBeOneOf([403, 404, 410]);
    expect(await stateOf(drill, bob)).toBe('unanswered');
  });

  it('answers by the code at the muster point', async () => {
    type Points = Readonly<{ musterPoints: readonly { number: number; name: string; url: string }[] }>;
    const path = `/api/register/incidents/${drill.id}/muster-points`;
    const { musterPoints } = content(await officer.device.call<Points>('GET', path));
    expect(musterPoints.map(({ name }) => name)).toEqual(['Car park', 'Canal']);
    const code = musterPoints[1]?.url ?? '';
    content(await bob.device.call('POST', '/api/register/me/muster', { body: { code } }));
    expect(await entryOf(officer.device, drill.id, bob.person.id)).toMatchObject({
      state: 'safe',
      musterPoint: 'Canal',
    });
  });

  it('and arrives meanwhile is on the list, as such', async () => {
    const late = await newcomer('Late', 'Comer');
    content(await move(late.device, 'in', site.id));
    await vi.waitFor(
      async () => expect(await entryOf(officer.device, drill.id, late.person.id)).toMatchObject({ origin: 'arrived' }),
      delivered,
    );
  });
});

describe('two wardens with a phone each', () => {
  let site: Site;
  let drill: Incident;
  beforeAll(async () => {
    site = await siteWith(ann, bob, cy);
    drill = await startAt(site);
  });

  it('lose no mark: the newest counts, whichever phone was in reach first, and a mark sent twice is one', async () => {
    const other = await memberWith(['safety-officer'], { firstName: 'Otto', lastName: 'Other' });
    const entry = async (member: Member) => (await entryOf(officer.device, drill.id, member.person.id)).id;
    const [annsId, bobsId] = [await entry(ann), await entry(bob)];
    await clock.advance(120);
    const ago = (seconds: number, from: Date) => new Date(from.getTime() - seconds * 1_000).toISOString();
    const now = await clock.now();
    const one = (entryId: string, state: string, seconds: number) => ({
      id: unique(20),
      entryId,
      state,
      at: ago(seconds, now),
    });
    const newer = [one(annsId, 'safe', 30), one(bobsId, 'missing', 60)];
    const older = [one(annsId, 'missing', 90), one(bobsId, 'safe', 20)];
    content(await addMarks(officer.device, drill.id, { marks: newer }));
    await Promise.all([
      addMarks(other.device, drill.id, { marks: older }),
      addMarks(officer.device, drill.id, { marks: newer }),
    ]);
    const anns = await entryOf(officer.device, drill.id, ann.person.id);
    const bobs = await entryOf(officer.device, drill.id, bob.person.id);
    expect([anns.state, bobs.state]).toEqual(['safe', 'safe']);
    expect([anns.marks.length, bobs.marks.length]).toEqual([2, 2]);
    expect(new Set(anns.marks.map(({ byName }) => byName))).toEqual(new Set(['Olga Officer', 'Otto Other']));
  });

  it('start it once, though both press at the same moment', async () => {
    const place = await siteWith(bob);
    const replies = await Promise.all([
      startIncident(officer.device, place.id),
      startIncident(officer.device, place.id),
    ]);
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect(replies.find(({ status }) => status === 409)?.json).toMatchObject({ code: 'register.incident_open' });
  });

  it('are those whom the site names, without any role; nobody else is let near', async () => {
    const warden = await newcomer('Wanda', 'Warden');
    const { device } = await administrator();
    const before = await warden.device.call('GET', `/api/register/incidents/${drill.id}`);
    expect([before.status, before.json]).toMatchObject([403, { code: 'register.not_a_warden' }]);
    const body = { wardens: [warden.person.id] };
    content(await device.call('PATCH', `/api/register/sites/${site.id}`, { body }));
    await vi.waitFor(async () => expect((await incident(warden.device, drill.id)).open).toBe(true));
  });
});

describe('a list to take along', () => {
  it('is signed with a key that anybody can check, before the line is cut', async () => {
    const site = await siteWith(bob);
    type Snapshot = Readonly<{ list: { people: { displayName: string }[] }; jws: string }>;
    type Key = Readonly<{ kty: string; crv: string; x: string }>;
    const snapshot = content(await officer.device.call<Snapshot>('GET', `/api/register/sites/${site.id}/snapshot`));
    const { kty, crv, x } = content(await newDevice().call<Key>('GET', '/api/register/snapshot-key'));
    const key = createPublicKey({ key: { kty, crv, x }, format: 'jwk' });
    const [header = '', payload = '', signature = ''] = snapshot.jws.split('.');
    const isGenuine = verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'));
    expect(isGenuine).toBe(true);
    expect(Buffer.from(payload, 'base64url').toString()).toContain('Bob Noyce');
    expect(snapshot.list.people).toMatchObject([{ displayName: 'Bob Noyce' }]);
  });

  it('is not sent again while nothing has changed', async () => {
    const site = await siteWith(bob);
    const path = `/api/register/sites/${site.id}/evacuation-list`;
    type List = Readonly<{ etag: string; unchanged: boolean; count: number }>;
    const { etag, count } = content(await officer.device.call<List>('GET', path));
    expect(count).toBe(1);
    const again = await officer.device.call<List>('GET', `${path}?known=${encodeURIComponent(etag)}`);
    expect(content(again)).toMatchObject({ unchanged: true });
  });
});
