import { beforeAll, describe, expect, it, vi } from 'vitest';
import { memberWithPhone } from './platform/contacts.ts';
import { newDevice } from './platform/device.ts';
import { content } from './platform/http.ts';
import { administrator, type Member, memberWith, newEmail, patiently } from './platform/people.ts';
import { clock } from './platform/sandbox.ts';
import { move, newSite, type Site } from './platform/sites.ts';

const london = { timeZone: 'Europe/London', dayRollover: '00:00' };

type Report = Readonly<{
  date: string;
  counts: Readonly<{ in: number; out: number; notSignedOut?: number }>;
  people: readonly Readonly<{
    displayName: string;
    status: string;
    emails: readonly string[];
    phones: readonly string[];
    records: readonly Readonly<{ signedInAt: string; signedOutAt?: string }>[];
  }>[];
}>;

/** The next second of March that the clock has not seen, at this hour. */
const daysAt = async (monthDay: string) => {
  const first = await clock.nextOf(`${monthDay}T08:00:00.000Z`);
  const at = (hour: string): Date => new Date(`${first.toISOString().slice(0, 10)}T${hour}:00.000Z`);
  return { first, at, date: first.toISOString().slice(0, 10) };
};

describe('scenario 17: the report of a day', () => {
  let site: Site;
  let date: string;
  let ada: Awaited<ReturnType<typeof memberWithPhone>>;
  let bob: Member;
  const report = (device: Member['device'], query: string) =>
    device.call<Report>('GET', `/api/register/sites/${site.id}/report?${query}`);
  beforeAll(async () => {
    const day = await daysAt('03-02');
    ({ date } = day);
    await clock.moveTo(day.first);
    [ada, bob] = [
      await memberWithPhone({ firstName: 'Ada', lastName: 'Lovelace' }),
      await memberWith(['member'], { firstName: 'Bob', lastName: 'Noyce' }),
    ];
    site = await newSite(london);
    const moves = [
      ['08:30', bob, 'in'],
      ['09:00', ada, 'in'],
      ['09:30', bob, 'out'],
      ['12:00', ada, 'out'],
      ['13:00', ada, 'in'],
    ] as const;
    for (const [hour, { device }, direction] of moves) {
      await clock.moveTo(day.at(hour));
      content(await move(device, direction, site.id));
    }
    await clock.moveTo(day.at('14:00'));
  });

  it('17: counts people, orders them by name, and gives each their visits of the day', async () => {
    const viewer = await memberWith(['safety-officer']);
    const { counts, people } = content(await report(viewer.device, `date=${date}`));
    expect(counts).toEqual({ in: 1, out: 1 });
    expect(people.map(({ displayName, status }) => [displayName, status])).toEqual([
      ['Ada Lovelace', 'signed-in'],
      ['Bob Noyce', 'signed-out'],
    ]);
    const hours = people.map(({ records }) => records.map((one) => one.signedInAt.slice(11, 16)));
    expect(hours).toEqual([['09:00', '13:00'], ['08:30']]);
    expect(people[0]?.records[1]).not.toHaveProperty('signedOutAt');
  });

  it('17: gives contacts to who may see them, and to nobody else', async () => {
    const [officer, reception] = [await memberWith(['safety-officer']), await memberWith(['reception'])];
    const withContacts = content(await report(officer.device, `date=${date}`)).people[0];
    expect([withContacts?.emails, withContacts?.phones]).toEqual([[ada.contact.value], [ada.phone.value]]);
    const without = content(await report(reception.device, `date=${date}`)).people[0];
    expect([without?.emails, without?.phones]).toEqual([[], []]);
  });

  it.each(['03/04/2026', '2026-02-30', '2026-3-4', 'yesterday'])('17: takes no day that is none: %s', async (day) => {
    const { device } = await administrator();
    const refused = await report(device, `date=${encodeURIComponent(day)}`);
    expect([refused.status, refused.json]).toMatchObject([400, { code: 'register.bad_date' }]);
  });

  it('17: is not for who lacks the permission, and not for somebody unknown', async () => {
    expect((await report((await memberWith(['member'])).device, '')).status).toBe(403);
    expect((await report(newDevice(), '')).status).toBe(401);
  });

  it('17: says of a day that is over who did not sign out', async () => {
    await clock.moveTo(new Date((await clock.now()).getTime() + 86_400_000));
    const { device } = await administrator();
    const { people, counts } = content(await report(device, `date=${date}`));
    expect(people[0]).toMatchObject({ displayName: 'Ada Lovelace', status: 'not-signed-out' });
    expect(counts).toMatchObject({ notSignedOut: 1 });
  });

  it('18: gives the days as a table too, where no cell is a formula', async () => {
    const { device } = await administrator();
    const evil = await memberWith(['member'], { firstName: '=HYPERLINK("x")', lastName: '+1' });
    content(await move(evil.device, 'in', site.id));
    const today = (await clock.now()).toISOString().slice(0, 10);
    const path = `/api/register/sites/${site.id}/visits?from=${date}&to=${today}&format=`;
    const csv = await device.call('GET', `${path}csv`);
    expect([csv.status, csv.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/csv/)]);
    for (const cell of csv.text.split(/[\r\n,]/)) expect(cell).not.toMatch(/^"?[=+@]/);
    const xlsx = await device.call('GET', `${path}xlsx&summary=true`);
    expect([xlsx.status, xlsx.text.slice(0, 2)]).toEqual([200, 'PK']);
  });

  it('18: counts people who did not sign out, and the visits besides', async () => {
    const { device } = await administrator();
    const path = `/api/register/sites/${site.id}/stats?from=${date}&to=${date}`;
    expect(content(await device.call('GET', path))).toEqual({
      days: [{ date, distinctUsers: 2, notSignedOut: 1, openVisits: 1 }],
    });
  });
});

describe('scenario 13: retention', () => {
  type Retention = Readonly<{ runs: readonly Readonly<{ siteId: string; visits: number; dryRun: boolean }>[] }>;
  const dayMs = 86_400_000;
  let first: string;
  let second: string;
  let ada: Member;
  let bob: Member;
  /** Nothing is cleaned here but by hand, and nothing there but by itself. */
  let byHand: Site;
  let nightly: Site;
  const visitsOf = async (site: Site): Promise<readonly number[]> => {
    const { device } = await administrator();
    const on = async (date: string) =>
      content(await device.call<Report>('GET', `/api/register/sites/${site.id}/report?date=${date}`)).people.length;
    return [await on(first), await on(second)];
  };
  const clean = async (dryRun: boolean): Promise<number> => {
    const { device } = await administrator();
    const body = { siteId: byHand.id, dryRun, days: 30 };
    const { runs } = content(await device.call<Retention>('POST', '/api/register/retention', { body }));
    return runs.reduce((sum, { visits }) => sum + visits, 0);
  };
  const isKnown = async ({ person }: Member): Promise<boolean> => {
    const { device } = await administrator();
    const { people } = content(
      await device.call<{ people: readonly Readonly<{ id: string }>[] }>(
        'GET',
        `/api/people?query=${encodeURIComponent(person.handle)}`,
      ),
    );
    return people.some(({ id }) => id === person.id);
  };
  const visit = async ({ device }: Member): Promise<void> => {
    for (const site of [byHand, nightly])
      for (const direction of ['in', 'out'] as const) content(await move(device, direction, site.id));
  };
  beforeAll(async () => {
    const day = await daysAt('02-28');
    first = day.date;
    await clock.moveTo(day.first);
    [ada, bob] = [await memberWith(['member']), await memberWith(['member'], { firstName: 'Bob', lastName: 'Noyce' })];
    byHand = await newSite({ ...london, retentionDays: 730 });
    nightly = await newSite({ ...london, retentionDays: 30 });
    await visit(bob);
    const next = new Date(day.first.getTime() + dayMs);
    second = next.toISOString().slice(0, 10);
    await clock.moveTo(next);
    await visit(ada);
    await clock.moveTo(new Date(next.getTime() + 30 * dayMs - 8 * 3_600_000));
  });

  it('13: says beforehand what would go, and nothing goes by that', async () => {
    expect(await visitsOf(byHand)).toEqual([1, 1]);
    expect(await clean(true)).toBe(1);
    expect(await visitsOf(byHand)).toEqual([1, 1]);
  });

  it('13: takes what is older than thirty days and leaves what is as old as that; a second run takes nothing', async () => {
    expect(await clean(false)).toBe(1);
    expect(await visitsOf(byHand)).toEqual([0, 1]);
    expect(await clean(false)).toBe(0);
  });

  it('13: does the same by itself each night', async () => {
    await clock.advance(3 * 3_600);
    await vi.waitFor(async () => expect(await visitsOf(nightly)).toEqual([0, 1]), { timeout: 10_000 });
  });

  it('13: keeps the count of the day, without anybody in it', async () => {
    const { device } = await administrator();
    const path = `/api/register/sites/${byHand.id}/stats?from=${first}&to=${first}`;
    expect(content(await device.call('GET', path))).toMatchObject({ days: [{ date: first, distinctUsers: 1 }] });
  });

  it('13: forgets an address that nobody proved within a day', async () => {
    type Asked = Readonly<{ challengeId: string }>;
    const asked = () => newDevice().call<Asked>('POST', '/api/auth/challenges', { body: newEmail() });
    const { challengeId } = content(await patiently(asked), 202);
    const look = async () => (await newDevice().call('GET', `/api/auth/challenges/${challengeId}`)).status;
    expect(await look()).toBe(200);
    await clock.advance(86_400 + 60);
    await expect.poll(look, { timeout: 10_000 }).toBe(404);
  });

  it('13: leaves people who were here within ninety days, who have rights, and who are new', async () => {
    const newest = await memberWith(['member'], { firstName: 'Di', lastName: 'New' });
    for (const member of [ada, bob, newest, await administrator()]) expect(await isKnown(member)).toBe(true);
  });

  it('13: erases who has not been here for ninety days', async () => {
    await clock.advance(70 * 86_400);
    await expect.poll(() => isKnown(bob), { timeout: 10_000 }).toBe(false);
    expect(await isKnown(await administrator())).toBe(true);
  });
});
