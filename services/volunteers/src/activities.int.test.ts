import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { commandStream } from '@guildhall/contracts';
import { Method } from '@guildhall/contracts/identity/v1/service';
import { PersonReachableSchema } from '@guildhall/contracts/identity/v1/events';
import { SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { ClosedReason, VisitClosedSchema, VisitKind, VisitOpenedSchema } from '@guildhall/contracts/register/v1/events';
import { ActivityService } from '@guildhall/contracts/volunteers/v1/activities';
import { VolunteerService } from '@guildhall/contracts/volunteers/v1/service';
import { type Bus, connectBus, consume, fact, on, publish } from '@guildhall/messaging';
import { type TestClock, testClock, testNats, type TestNats, uniqueName } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aBook } from './app/testing.ts';
import { as, calling, slackServer, startVolunteers } from './testing.ts';

const admin = as('root');
const patience = { timeout: 10_000, interval: 25 };
const crowd = Array.from({ length: 12 }, (_, index) => `p${index}`);

let nats: TestNats;
let bus: Bus;
let clock: TestClock;
let slack: Awaited<ReturnType<typeof slackServer>>;
let replicas: Awaited<ReturnType<typeof startVolunteers>>[];
let mails: ReturnType<typeof consume>;
let activities: ReturnType<typeof calling<typeof ActivityService>>;
const sent: Readonly<{ personId: string; template: string; reference: string }>[] = [];

beforeAll(async () => {
  [nats, slack, clock] = [await testNats(), await slackServer(), testClock('2026-03-02T08:00:00Z')];
  const meeting = { natsUrl: nats.url, database: uniqueName('volunteers'), clock, slackUrl: slack.url };
  replicas = [await startVolunteers(meeting), await startVolunteers(meeting)];
  bus = await connectBus({ servers: nats.url, name: 'test' });
  activities = calling(bus, ActivityService);
  const keep = on(
    SendMessageSchema,
    async ({ personId, template, reference }) => {
      if (template.startsWith('shift_')) sent.push({ personId, template, reference });
    },
    { subject: 'cmd.notifier.v1.*.send' },
  );
  const report = (error: unknown): void => process.emitWarning(String(error));
  const stream = commandStream('notifier');
  mails = consume(bus, { stream, durable: 'test-mails', subscriptions: [keep], report });
  const { version, ...state } = aBook();
  const stored = { _id: 'rules' as never, version, state, outbox: [], saves: [] };
  await replicas[0]!.store.connection.collection('books').insertOne(stored);
  await Promise.all(crowd.map(enrol));
  await vi.waitFor(async () => {
    const { volunteer } = await calling(bus, VolunteerService).getMyVolunteering({}, as('p11'));
    expect(volunteer?.personId).toBe('p11');
  }, patience);
});

afterAll(async () => {
  await mails.close();
  await bus.close();
  await replicas[0]?.store.connection.dropDatabase();
  await Promise.all(replicas.map(({ close }) => close()));
  await Promise.all([nats.close(), slack.close()]);
});

const place = { area: 'haifa', district: 'north', branch: 'technion' };

/** A volunteer who is a person with the same address. */
async function enrol(personId: string): Promise<void> {
  const email = `${personId}@x.org`;
  const profile = { volunteerId: personId, email, firstName: 'Dana', lastName: personId };
  const assignments = [{ ...place, role: 'volunteer' }];
  await calling(bus, VolunteerService).createVolunteer({ ...profile, assignments }, admin);
  const at = clock.now();
  const contacts = [{ contactId: `c-${personId}`, method: Method.EMAIL, value: email }];
  const person = { personId, displayName: personId, active: true, contacts, at: timestampFromDate(at) };
  await publish(bus, fact(PersonReachableSchema, { id: personId, version: 1 }, at, person));
}

const stamp = (iso: string) => timestampFromDate(new Date(iso));

async function aShift(capacity: number, day = '2026-03-04'): Promise<string> {
  const opportunity = { title: 'Soup kitchen', ...place, siteId: 'site1', published: true };
  const { opportunityId } = await activities.createOpportunity({ opportunity }, admin);
  const shift = { startsAt: stamp(`${day}T10:00:00Z`), endsAt: stamp(`${day}T14:00:00Z`), capacity };
  return (await activities.createShift({ opportunityId, shift }, admin)).shiftId;
}

/** What somebody was told about a shift. */
const told = (personId: string, shiftId: string) =>
  sent
    .filter((one) => one.personId === personId && one.reference === `shift:${shiftId}`)
    .map(({ template }) => template);

describe('a shift', () => {
  it('never has more than its capacity, however many ask two replicas at once', async () => {
    const shiftId = await aShift(5);
    const asked = await Promise.all(crowd.map((personId) => activities.signUp({ shiftId }, as(personId))));
    expect(asked.filter(({ state }) => state === 'confirmed')).toHaveLength(5);
    const { taken, waiting } = await activities.getShift({ shiftId }, admin);
    expect([taken, waiting]).toEqual([5, 7]);
  });

  it('gives a place that is free to the first who waits, and tells', async () => {
    const shiftId = await aShift(1);
    for (const personId of ['p1', 'p2', 'p3']) await activities.signUp({ shiftId }, as(personId));
    await activities.withdraw({ shiftId }, as('p1'));
    const { places } = await activities.getShift({ shiftId }, admin);
    expect(places.map(({ volunteerId, state }) => [volunteerId, state])).toEqual([
      ['p2', 'confirmed'],
      ['p3', 'waiting'],
    ]);
    await vi.waitFor(() => expect(told('p2', shiftId)).toEqual(['shift_changed']), patience);
  });

  it('reminds who comes on the day before, once', async () => {
    const shiftId = await aShift(1, '2026-03-10');
    await activities.signUp({ shiftId }, as('p9'));
    clock.set('2026-03-09T10:00:00Z');
    await vi.waitFor(() => expect(told('p9', shiftId)).toEqual(['shift_reminder']), patience);
    await activities.cancelShift({ shiftId, reason: 'Flood' }, admin);
    await vi.waitFor(() => expect(told('p9', shiftId)).toEqual(['shift_reminder', 'shift_changed']), patience);
  });
});

describe('what the register tells', () => {
  const visit = { visitId: 'v1', personId: 'p4', siteId: 'site1', kind: VisitKind.PERSON };
  const comes = (iso: string) => {
    const body = { ...visit, at: stamp(iso) };
    return publish(bus, fact(VisitOpenedSchema, { id: 'v1', version: 1 }, new Date(iso), body));
  };
  const goes = (iso: string) => {
    const body = { ...visit, at: stamp(iso), closedReason: ClosedReason.SIGNED_OUT };
    return publish(bus, fact(VisitClosedSchema, { id: 'v1', version: 2 }, new Date(iso), body));
  };

  it('marks who came and went, and gives hours', async () => {
    const shiftId = await aShift(3, '2026-03-20');
    await activities.signUp({ shiftId }, as('p4'));
    await activities.signUp({ shiftId }, as('p5'));
    clock.set('2026-03-20T09:50:00Z');
    await comes('2026-03-20T09:50:00Z');
    await vi.waitFor(async () => {
      const { people } = await activities.listOnSite({}, admin);
      expect(people).toEqual([expect.objectContaining({ volunteerId: 'p4', siteId: 'site1', shiftId })]);
    }, patience);
    clock.set('2026-03-20T13:00:00Z');
    await goes('2026-03-20T13:00:00Z');
    await vi.waitFor(async () => expect((await activities.listOnSite({}, admin)).people).toEqual([]), patience);
    clock.set('2026-03-20T15:00:00Z');
    const hours = await activities.getMyHours({}, as('p4'));
    expect([hours.minutes, hours.entries[0]?.attendance]).toEqual([180, 'attended']);
    const { noShows } = await activities.getHours({ volunteerId: 'p5', from: '2026-03-20' }, admin);
    expect(noShows).toBe(1);
  });

  it('is put right by hand, with a reason, and recognised', async () => {
    const { shifts } = await activities.listMyShifts({}, as('p4'));
    const shiftId = shifts.find(({ minutes }) => minutes > 0)?.shiftId ?? '';
    const times = { arrivedAt: stamp('2026-03-20T04:00:00Z'), leftAt: stamp('2026-03-20T14:00:00Z') };
    const asked = { shiftId, volunteerId: 'p4', ...times };
    await expect(activities.recordAttendance(asked, admin)).rejects.toMatchObject({ code: 'volunteers.invalid_field' });
    await activities.recordAttendance({ ...asked, reason: 'Cooked before' }, admin);
    const { volunteers } = await activities.getRecognition({ from: '2026-03-20', to: '2026-03-20' }, admin);
    expect(volunteers[0]).toMatchObject({ volunteerId: 'p4', minutes: 600, shifts: 1, milestones: [10] });
    const csv = await activities.exportRecognition({ from: '2026-03-20', to: '2026-03-20' }, admin);
    expect(String(Buffer.from(csv.data))).toContain('p4,Dana p4,10.00,1,0,10.00,10');
  });
});

describe('who has left', () => {
  it('comes to no shift any more: the place is for who waits', async () => {
    const shiftId = await aShift(1, '2026-05-10');
    await activities.signUp({ shiftId }, as('p7'));
    await activities.signUp({ shiftId }, as('p8'));
    await calling(bus, VolunteerService).leave({ volunteerId: 'p7', date: '', reason: '' }, admin);
    await vi.waitFor(async () => {
      const { places } = await activities.getShift({ shiftId }, admin);
      expect(places.map(({ volunteerId, state }) => [volunteerId, state])).toEqual([['p8', 'confirmed']]);
    }, patience);
  });
});
