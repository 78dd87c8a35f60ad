import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Presence } from '../visits/presence.ts';
import type { DeviceEvent } from './sync-events.ts';
import { aKioskSite } from './testing.ts';
import { kioskUseCases } from './use-cases.ts';

type What = DeviceEvent['what'];
type Site = ReturnType<typeof aKioskSite>;

const evening = '2026-03-02T18:00:00Z';
const subject = async () => ({ id: 'ada', displayName: 'Ada Lovelace', kind: 'person' }) as const;
const event = (id: string, at: string, what: What): DeviceEvent => {
  return { id, key: id, at: new Date(`2026-03-02T${at}:00Z`), what, entrance: '', subject };
};

/** Another process at the same store; what it asks of the store is answered when the scheduler says. */
function aProcess(site: Site, scheduler: fc.Scheduler) {
  const { visits, timelines } = site;
  return kioskUseCases({
    ...site,
    presence: new Presence(site.clock),
    visits: {
      ...visits,
      find: scheduler.scheduleFunction(visits.find),
      of: scheduler.scheduleFunction(visits.of),
      save: scheduler.scheduleFunction(visits.save),
    },
    timelines: {
      find: scheduler.scheduleFunction(timelines.find),
      save: scheduler.scheduleFunction(timelines.save),
      remove: timelines.remove,
    },
  });
}

/** Batches that two processes take in at the same time; what the device is told to send again it sends again. */
async function syncAtOnce(site: Site, scheduler: fc.Scheduler, batches: readonly (readonly DeviceEvent[])[]) {
  const processes = [aProcess(site, scheduler), aProcess(site, scheduler)];
  const send = async (events: readonly DeviceEvent[], index: number): Promise<void> => {
    const results = await processes[index % 2]!.sync({ siteId: 'vw', events });
    if (results.some(({ outcome }) => outcome === 'retry')) await send(events, index + 1);
  };
  await scheduler.waitFor(Promise.all(batches.map(send)));
}

const morning = [event('came', '09:00', 'in'), event('lunch', '12:00', 'out')];
const afternoon = [event('back', '13:00', 'in'), event('went', '17:00', 'out')];

const anyBatches = fc.array(
  fc.array(
    fc.record({
      hour: fc.integer({ min: 8, max: 16 }),
      what: fc.constantFrom<What>('in', 'out', 'tap'),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  { minLength: 1, maxLength: 4 },
);

describe('what two processes take in at once', () => {
  it('makes each visit once, in whatever order the store answers', () =>
    fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        const site = aKioskSite(evening);
        await syncAtOnce(site, scheduler, [afternoon, morning, afternoon, morning]);
        const stays = (await site.visits.allOf('ada')).map(({ in: came, out }) => [came.at, out?.at]);
        expect(stays.toSorted()).toEqual([morning, afternoon].map((half) => half.map(({ at }) => at)));
      }),
      { numRuns: 100 },
    ));

  it('gives the same visits as one process would, whatever it is', () =>
    fc.assert(
      fc.asyncProperty(fc.scheduler(), anyBatches, async (scheduler, all) => {
        const batches = all.map((batch) =>
          batch.map(({ hour, what }) => event(`${hour}-${what}`, `${hour}:00`.padStart(5, '0'), what)),
        );
        const [alone, together] = [aKioskSite(evening), aKioskSite(evening)];
        for (const events of batches) await alone.sync({ siteId: 'vw', events });
        await syncAtOnce(together, scheduler, batches);
        expect(await together.staysOf('ada')).toEqual(await alone.staysOf('ada'));
        expect((await together.visits.openOf('ada')).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 100 },
    ));
});
