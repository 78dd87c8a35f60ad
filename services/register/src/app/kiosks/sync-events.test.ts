import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aSite } from '../testing.ts';
import type { DeviceEvent } from './sync-events.ts';
import { ada, aKioskSite } from './testing.ts';

type What = DeviceEvent['what'];
type Site = ReturnType<typeof aKioskSite>;

const subject = async () => ({ id: 'ada', displayName: 'Ada Lovelace', kind: 'person' }) as const;
const event = (id: string, at: string, what: What): DeviceEvent => ({
  id,
  key: id,
  at: new Date(at),
  what,
  entrance: '',
  subject,
});
const sync = (site: Site, ...events: DeviceEvent[]) => site.sync({ siteId: 'vw', events });

const came = event('event-came', '2026-03-02T09:00:00Z', 'in');
const lunch = event('event-lunch', '2026-03-02T12:00:00Z', 'out');
const back = event('event-back', '2026-03-02T13:00:00Z', 'in');
const went = event('event-went', '2026-03-02T17:00:00Z', 'out');

const evening = '2026-03-02T18:00:00Z';
const wholeDay = [
  ['03-02T09:00', '03-02T12:00'],
  ['03-02T13:00', '03-02T17:00'],
];

describe('what happened without a connection', () => {
  it('becomes visits with the original times', async () => {
    const site = aKioskSite(evening);
    const results = await sync(site, came, lunch, back, went);
    expect(results.map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'applied', 'applied']);
    expect(await site.staysOf('ada')).toEqual(wholeDay);
  });

  it('counts once, however often it is sent', async () => {
    const site = aKioskSite(evening);
    await sync(site, came, lunch, back, went);
    const versions = (await site.visits.allOf('ada')).map(({ version }) => version);
    const results = await sync(site, came, came, lunch, back, went);
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['repeated']));
    expect((await site.visits.allOf('ada')).map(({ version }) => version)).toEqual(versions);
  });

  it('splits a visit that was signed in and out by phone', async () => {
    const site = aKioskSite('2026-03-02T09:00:00Z');
    await site.signIn({ siteId: 'vw', clientDate: '', entrance: '', by: ada });
    site.clock.set('2026-03-02T17:00:00Z');
    await site.signOut({ siteId: 'vw', clientDate: '', by: ada });
    site.clock.set(evening);
    await sync(site, lunch, back);
    expect(await site.staysOf('ada')).toEqual(wholeDay);
  });

  it('keeps what it put right on the visit, with an audit entry, once', async () => {
    const site = aKioskSite('2026-03-02T09:00:00Z');
    const { visitId = '' } = await site.signIn({ siteId: 'vw', clientDate: '', entrance: '', by: ada });
    site.clock.set('2026-03-02T17:00:00Z');
    await site.signOut({ siteId: 'vw', clientDate: '', by: ada });
    site.clock.set(evening);
    for (let i = 0; i < 2; i++) await sync(site, lunch);
    expect(site.visits.stored.get(visitId)?.corrections).toMatchObject([
      { reason: 'device', before: { leftAt: went.at }, after: { leftAt: lunch.at } },
    ]);
    expect([...site.audits.entries.values()]).toMatchObject([{ action: 'visit.correct', subjectId: 'ada' }]);
  });

  it('brings in who is still inside, and the count with them', async () => {
    const site = aKioskSite('2026-03-02T10:00:00Z');
    await sync(site, came);
    expect([await site.staysOf('ada'), site.presence.count('vw')]).toEqual([[['03-02T09:00', 'inside']], 1]);
  });

  it('lets out who left meanwhile', async () => {
    const site = aKioskSite('2026-03-02T09:00:00Z');
    await site.signIn({ siteId: 'vw', clientDate: '', entrance: '', by: ada });
    site.clock.set(evening);
    await sync(site, went);
    expect([await site.staysOf('ada'), site.presence.count('vw')]).toEqual([[['03-02T09:00', '03-02T17:00']], 0]);
  });

  it('gives a visit that the rollover closed its leave time', async () => {
    const site = aKioskSite('2026-03-02T09:00:00Z');
    const { visitId = '' } = await site.signIn({ siteId: 'vw', clientDate: '', entrance: '', by: ada });
    site.clock.set('2026-03-03T08:00:00Z');
    await site.rollOver(visitId);
    await sync(site, went);
    expect(await site.staysOf('ada')).toEqual([['03-02T09:00', '03-02T17:00']]);
    expect(site.visits.stored.get(visitId)).toMatchObject({ closedReason: 'signed_out' });
  });

  it('invents no leave time for a day that ended', async () => {
    const site = aKioskSite('2026-03-03T08:00:00Z');
    await sync(site, came);
    expect(await site.staysOf('ada')).toEqual([['03-02T09:00', 'not signed out']]);
  });

  it('leaves alone what an administrator decided', async () => {
    const site = aKioskSite('2026-03-02T09:00:00Z');
    const { visitId = '' } = await site.signIn({ siteId: 'vw', clientDate: '', entrance: '', by: ada });
    const visit = site.visits.stored.get(visitId)!;
    await site.visits.save({ ...visit, version: 2, open: false, closedReason: 'admin' }, []);
    site.clock.set(evening);
    await sync(site, went);
    expect(site.visits.stored.get(visitId)).toMatchObject({ version: 2, closedReason: 'admin' });
  });

  it('says why an event is refused, and takes the others', async () => {
    const site = aKioskSite('2026-03-06T09:00:00Z');
    const fresh = event('event-fresh', '2026-03-06T08:00:00Z', 'in');
    const future = event('event-future', '2026-03-06T10:00:00Z', 'out');
    const stranger = {
      ...fresh,
      id: 'event-pin',
      key: 'event-pin',
      subject: () => site.pins.find('1', '1').then(subject),
    };
    const results = await sync(site, came, fresh, future, stranger);
    expect(results.map(({ outcome, code }) => code || outcome)).toEqual([
      'register.event_too_old',
      'applied',
      'register.event_in_future',
      'identity.wrong_pin',
    ]);
  });

  it('is to be sent again when the store does not answer', async () => {
    const site = aKioskSite(evening);
    const { save } = site.timelines;
    Object.assign(site.timelines, { save: () => Promise.reject(new Error('away')) });
    expect(await sync(site, came)).toMatchObject([{ outcome: 'retry' }]);
    Object.assign(site.timelines, { save });
    expect(await sync(site, came)).toMatchObject([{ outcome: 'applied' }]);
  });

  it('is made good when the process ended half way', async () => {
    const site = aKioskSite(evening);
    const { save } = site.visits;
    Object.assign(site.visits, { save: () => Promise.reject(new Error('killed')) });
    await sync(site, came, went);
    Object.assign(site.visits, { save });
    for (const timeline of site.timelines.stored.values()) await site.timelineDue(timeline);
    expect(await site.staysOf('ada')).toEqual([['03-02T09:00', '03-02T17:00']]);
  });

  it('is forgotten a week later', async () => {
    const site = aKioskSite(evening);
    await sync(site, came, went);
    site.clock.set('2026-03-09T18:00:00Z');
    for (const timeline of site.timelines.stored.values()) await site.timelineDue(timeline);
    expect(site.timelines.stored.size).toBe(0);
  });
});

const anyEvents = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 0, max: 99 }),
    minute: fc.integer({ min: 0, max: 3_600 }),
    what: fc.constantFrom<What>('in', 'out', 'tap'),
  }),
  { selector: ({ id }) => id, maxLength: 9 },
);

/** The same events mixed, some twice, cut into batches. */
const sentSomehow = anyEvents.chain((all) =>
  fc.record({
    all: fc.constant(all),
    mixed: fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2, maxLength: all.length * 2 }),
    cuts: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 20, maxLength: 20 }),
  }),
);

describe('any order, repeats and batches', () => {
  it.each([false, true])('give the same visits (carry-over %s)', async (carryOver) => {
    const start = Date.parse('2026-03-01T00:00:00Z');
    const make = ({ id, minute, what }: { id: number; minute: number; what: What }) =>
      event(`event-${id}`, new Date(start + minute * 60_000).toISOString(), what);
    await fc.assert(
      fc.asyncProperty(sentSomehow, async ({ all, mixed, cuts }) => {
        const now = '2026-03-03T12:30:00Z';
        const [one, other] = [aKioskSite(now, aSite({ carryOver })), aKioskSite(now, aSite({ carryOver }))];
        if (all.length > 0) await sync(one, ...all.map(make));
        const left = mixed.map(make);
        for (const size of cuts) if (left.length > 0) await sync(other, ...left.splice(0, size));
        expect(await other.staysOf('ada')).toEqual(await one.staysOf('ada'));
        const open = (await other.visits.allOf('ada')).filter((visit) => visit.open);
        expect(open.length).toBe(other.presence.count('vw'));
      }),
      { numRuns: 80 },
    );
  });
});
