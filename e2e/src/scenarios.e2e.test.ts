import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type Device, newDevice } from './platform/device.ts';
import { type Events, follow } from './platform/events.ts';
import { content } from './platform/http.ts';
import {
  addPerson,
  administrator,
  askForCode,
  type Contact,
  type Member,
  memberWith,
  newEmail,
  type Person,
  signIn,
  verify,
} from './platform/people.ts';
import { clock, messagesTo, nextMessage } from './platform/sandbox.ts';
import { type Movement, move, newSite, presenceAt, type Site, statusOf } from './platform/sites.ts';

// The days are those of the specification, in the first year that the platform's clock has not seen yet.
const london = { timeZone: 'Europe/London', dayRollover: '00:00' };
const minuteMs = 60_000;
const after = (moment: Date, ms: number): Date => new Date(moment.getTime() + ms);
const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

type Audits = Readonly<{ audits: readonly Readonly<{ action: string; subjectId: string; at: string }>[] }>;

const auditsOf = async ({ id }: Person): Promise<readonly string[]> => {
  const { device } = await administrator();
  const { audits } = content(await device.call<Audits>('GET', `/api/register/audits?subjectId=${id}`));
  return audits.map(({ action }) => action);
};

const sessionsOf = async (device: Device): Promise<readonly unknown[]> =>
  content(await device.call<{ sessions: readonly unknown[] }>('GET', '/api/auth/sessions')).sessions;

describe('scenario 1: first login by e-mail', () => {
  const name = { firstName: 'Ada', lastName: 'Lovelace' };
  let contact: Contact;
  let device: Device;
  let startsAt: Date;
  beforeAll(async () => {
    startsAt = await clock.nextOf('03-02T08:55:00.000Z');
    contact = newEmail();
    device = newDevice();
    await clock.moveTo(startsAt);
  });

  it('1: sends one code, whichever way the address is written, that expires a quarter of an hour later', async () => {
    const written = ` ${contact.value.toUpperCase().replace('EXAMPLE', 'Example')} `;
    const challenge = await askForCode(device, contact, written);
    expect(challenge.challengeId).toMatch(/^.{22,}$/);
    const expiresIn = Date.parse(challenge.expiresAt) - startsAt.getTime();
    expect(expiresIn).toBeGreaterThanOrEqual(15 * minuteMs);
    expect(expiresIn).toBeLessThan(16 * minuteMs);
    expect(await messagesTo('email', contact.value)).toHaveLength(1);
    const { registrationToken, status } = content(await verify(device, challenge));
    expect(status).toBe('needs_name');
    const body = { registrationToken, ...name };
    const reply = await device.call<{ person: Person }>('POST', '/api/auth/registrations', { body });
    const { person } = content(reply, 201);
    expect(person.handle).toMatch(/^ada\.lovelace(\.\d+)?$/);
    expect(person.contacts).toEqual([
      expect.objectContaining({ method: 'email', value: contact.value, verifiedAt: expect.stringMatching(/^\d/) }),
    ]);
    expect(reply.headers.getSetCookie().join()).toMatch(/Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax/);
  });

  it('1: the code opens nothing a second time', async () => {
    const challenge = await askForCode(device, contact);
    content(await verify(newDevice(), challenge));
    const again = await verify(newDevice(), challenge);
    expect([again.status, again.json]).toEqual([410, expect.objectContaining({ code: 'identity.challenge_expired' })]);
  });
});

describe('scenario 2: expiry edge', () => {
  let contact: Contact;
  beforeAll(async () => {
    ({ contact } = await addPerson());
  });

  it('2: a code works in its last moments', async () => {
    const device = newDevice();
    const challenge = await askForCode(device, contact);
    await clock.moveTo(after(new Date(challenge.expiresAt), -5_000));
    expect(content(await verify(device, challenge)).status).toBe('signed_in');
  });

  it('2: from its expiry on it is gone, and nobody is signed in', async () => {
    const device = newDevice();
    const challenge = await askForCode(device, contact);
    await clock.moveTo(new Date(challenge.expiresAt));
    const late = await verify(device, challenge);
    expect([late.status, late.json]).toEqual([410, expect.objectContaining({ code: 'identity.challenge_expired' })]);
    expect(device.cookie()).toBe('');
    expect((await device.call('GET', '/api/auth/session')).status).toBe(401);
  });
});

describe('scenario 4: redeem race', () => {
  it('4: of two verifies with the right code one is 200, the other 410 or 409, and there is one session', async () => {
    const { contact } = await addPerson();
    const challenge = await askForCode(newDevice(), contact);
    const devices = [newDevice(), newDevice()];
    const replies = await Promise.all(devices.map((device) => verify(device, challenge)));
    const statuses = replies.map(({ status }) => status).toSorted((a, b) => a - b);
    expect([
      [200, 409],
      [200, 410],
    ]).toContainEqual(statuses);
    const winner = devices.find((device) => device.cookie() !== '');
    expect(devices.filter((device) => device.cookie() !== '')).toHaveLength(1);
    expect(await sessionsOf(winner ?? newDevice())).toHaveLength(1);
  });
});

describe('scenario 5: double sign-in', () => {
  let ada: Member;
  let site: Site;
  let events: Events;
  let movements: readonly Movement[];
  beforeAll(async () => {
    await clock.moveTo(await clock.nextOf('03-02T09:00:00.000Z'));
    ada = await memberWith(['member']);
    site = await newSite(london);
    const { device } = await administrator();
    events = await follow(device, `/api/register/sites/${site.id}/presence/stream`);
    const replies = await Promise.all([move(ada.device, 'in', site.id), move(ada.device, 'in', site.id)]);
    movements = replies.map((reply) => content(reply));
    return () => events.close();
  });

  it('5: both are answered with the same visit, one of them as the change', () => {
    expect(new Set(movements.map(({ visitId }) => visitId)).size).toBe(1);
    expect(movements.map(({ changed }) => changed).toSorted()).toEqual([false, true]);
  });

  it('5: there is one open visit', async () => {
    expect(await presenceAt(site.id)).toMatchObject({ count: 1, people: [{ visitId: movements[0]?.visitId }] });
  });

  it('5: one fact is said, with an occupancy of one, and one Slack message', async () => {
    await nextMessage('slack', site.channel);
    content(await move(ada.device, 'out', site.id));
    const opened = await vi.waitFor(() => {
      expect(events.seen.at(-1)?.data).toMatchObject({ direction: 'out' });
      return events.seen.filter(({ data }) => data['direction'] === 'in');
    });
    expect(opened.map(({ data }) => data)).toEqual([expect.objectContaining({ occupancy: 1 })]);
    const told = await vi.waitFor(async () => {
      const posts = (await messagesTo('slack', site.channel)).map(({ text }) => text);
      expect(posts.at(-1)).toContain('signed out');
      return posts;
    });
    expect(told).toEqual(['Ada Lovelace signed in · 1 person in', 'Ada Lovelace signed out · 0 people in']);
  });
});

describe('scenario 7: midnight in summer', () => {
  let ada: Member;
  let site: Site;
  let utcDay: string;
  let londonDay: string;
  beforeAll(async () => {
    const startsAt = await clock.nextOf('07-01T23:30:00.000Z');
    await clock.moveTo(after(startsAt, -10 * minuteMs));
    ada = await memberWith(['member']);
    site = await newSite(london);
    if ((await clock.now()) < startsAt) await clock.moveTo(startsAt);
    utcDay = dayOf(startsAt);
    londonDay = dayOf(after(startsAt, 60 * minuteMs));
  });

  it('7: today is the day of the site', async () => {
    expect(londonDay).toMatch(/-07-02$/);
    expect((await statusOf(ada.device, site.id)).today).toBe(londonDay);
  });

  it('7: a page of the day before is refused: 409, no visit, no entry of the audit', async () => {
    const refused = await move(ada.device, 'in', site.id, { clientDate: utcDay });
    expect([refused.status, refused.json]).toEqual([
      409,
      expect.objectContaining({ code: 'register.wrong_date', today: londonDay }),
    ]);
    expect((await statusOf(ada.device, site.id)).state).toBe('out');
    expect(await auditsOf(ada.person)).not.toContain('visit.in');
  });

  it('7: with the right day the visit is of that day', async () => {
    const { device } = await administrator();
    const events = await follow(device, `/api/register/sites/${site.id}/presence/stream`);
    const movement = content(await move(ada.device, 'in', site.id, { clientDate: londonDay }));
    await vi.waitFor(() =>
      expect(events.seen.at(-1)?.data).toMatchObject({ visitId: movement.visitId, date: londonDay }),
    );
    events.close();
    expect(await auditsOf(ada.person)).toContain('visit.in');
  });
});

describe('scenario 8: rollover', () => {
  let bob: Member;
  let site: Site;
  let firstDay: Date;
  let first: Movement;
  const midnight = () => after(firstDay, 7 * 60 * minuteMs);
  beforeAll(async () => {
    firstDay = await clock.nextOf('03-02T17:00:00.000Z');
    await clock.moveTo(after(firstDay, -10 * minuteMs));
    bob = await memberWith(['member'], { firstName: 'Bob', lastName: 'Noyce' });
    site = await newSite({ ...london, carryOver: false });
    if ((await clock.now()) < firstDay) await clock.moveTo(firstDay);
    first = content(await move(bob.device, 'in', site.id));
    expect((await presenceAt(site.id)).count).toBe(1);
    await clock.moveTo(midnight());
  });

  it('8: nobody is inside any more', async () => {
    expect(await presenceAt(site.id)).toMatchObject({ count: 0, people: [], today: dayOf(midnight()) });
    expect(await statusOf(bob.device, site.id)).toMatchObject({ state: 'out' });
  });

  it('8: the visit ended as not signed out, and no time of leaving was invented', async () => {
    await vi.waitFor(async () => expect(await auditsOf(bob.person)).toContain('visit.rollover'));
    expect(await auditsOf(bob.person)).not.toContain('visit.out');
    const { device } = await administrator();
    const day = dayOf(firstDay);
    const stats = await device.call('GET', `/api/register/sites/${site.id}/stats?from=${day}&to=${day}`);
    expect(content(stats)).toEqual({ days: [{ date: day, distinctUsers: 1, notSignedOut: 1, openVisits: 1 }] });
  });

  it('8: five minutes later he can sign in and gets another visit', async () => {
    const fivePast = after(midnight(), 5 * minuteMs);
    if ((await clock.now()) < fivePast) await clock.moveTo(fivePast);
    const second = content(await move(bob.device, 'in', site.id));
    expect(second.changed).toBe(true);
    expect(second.visitId).not.toBe(first.visitId);
    expect((await presenceAt(site.id)).count).toBe(1);
  });

  it('8: signing in again the next day needs no new code', async () => {
    await clock.advance(86_400);
    expect((await bob.device.call('GET', '/api/auth/session')).status).toBe(200);
    expect((await signIn(bob.contact)).person.id).toBe(bob.person.id);
  });
});
