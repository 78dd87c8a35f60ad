import { describe, expect, it } from 'vitest';
import { anEntry, anIncident } from '../../domain/evacuation/testing.ts';
import type { CallLog, CallNews, Entries, Incidents, Plans } from './ports.ts';
import { noPlan } from '../../domain/evacuation/plan.ts';

type Stores = Readonly<{ incidents: Incidents; entries: Entries; calls: CallLog; plans: Plans }>;

const news = (what: CallNews['what'], second: number, messageId = 'm1'): CallNews => ({
  messageId,
  entryId: 'i1-ada',
  turn: 0,
  channel: 'sms',
  contactId: 'c1',
  incidentId: 'i1',
  what,
  at: new Date(Date.UTC(2026, 2, 2, 14, 0, second)),
});

/** What keeps evacuations keeps these promises: run it on the ones in memory and on the real ones. */
export const evacuationStoresContract = (name: string, make: () => Promise<Stores>) =>
  describe(`${name} keeps the promises of the stores of evacuations`, () => {
    const first = anIncident({ version: 1 });

    it('returns an incident as it was saved', async () => {
      const { incidents } = await make();
      await incidents.save(first, []);
      expect(await incidents.find('i1')).toEqual(first);
      expect(await incidents.find('i2')).toBeUndefined();
    });

    it('refuses a second open incident of a site', async () => {
      const { incidents } = await make();
      await incidents.save(first, []);
      const second = incidents.save(anIncident({ id: 'i2', version: 1 }), []);
      await expect(second).rejects.toMatchObject({ code: 'register.incident_open' });
    });

    it('lists the incidents of a site newest first, and those under way everywhere', async () => {
      const { incidents } = await make();
      const closed = ['i1', 'i2', 'i3'].map((id) => anIncident({ id, version: 1, open: false }));
      for (const incident of closed) await incidents.save(incident, []);
      await incidents.save(anIncident({ id: 'i4', version: 1, siteId: 'quay' }), []);
      const query = { siteId: 'vw', openOnly: false, limit: 2 };
      const ids = (found: readonly { id: string }[]): string[] => found.map(({ id }) => id);
      expect(ids(await incidents.list(query))).toEqual(['i3', 'i2']);
      expect(ids(await incidents.list({ ...query, before: 'i2' }))).toEqual(['i1']);
      expect(ids(await incidents.list({ ...query, openOnly: true }))).toEqual([]);
      expect(ids(await incidents.allOpen())).toEqual(['i4']);
    });

    it('finds those that ended before a moment and still name people', async () => {
      const { incidents } = await make();
      const ended = { version: 1, open: false, endedAt: new Date('2026-03-02T15:00:00Z') };
      for (const id of ['i1', 'i2']) await incidents.save(anIncident({ ...ended, id, nameless: id === 'i2' }), []);
      await incidents.save(anIncident({ ...ended, id: 'i3', siteId: 'quay' }), []);
      await incidents.save(anIncident({ id: 'i4', version: 1 }), []);
      const before = async (at: string) => (await incidents.withNames('vw', new Date(at))).map(({ id }) => id);
      expect(await before('2026-03-02T15:00:01Z')).toEqual(['i1']);
      expect(await before('2026-03-02T15:00:00Z')).toEqual([]);
    });

    it('returns the entries of an incident, and no others', async () => {
      const { entries } = await make();
      const ada = anEntry();
      await entries.save(ada, first, []);
      await entries.save(anEntry({ id: 'i2-ada', incidentId: 'i2' }), first, []);
      expect(await entries.of('i1')).toEqual([ada]);
      expect(await entries.find('i1-ada')).toEqual(ada);
      expect((await entries.about('ada')).map(({ id }) => id).sort()).toEqual(['i1-ada', 'i2-ada']);
      expect(await entries.about('bob')).toEqual([]);
    });

    it('refuses to overwrite a newer entry', async () => {
      const { entries } = await make();
      await entries.save(anEntry(), first, []);
      await expect(entries.save(anEntry(), first, [])).rejects.toMatchObject({ kind: 'stale' });
    });

    it('keeps what became of a message in any order, as often as it is told', async () => {
      const { calls } = await make();
      await calls.record([news('delivered', 3)]);
      await calls.record([news('sent', 1), news('sent', 2, 'm2')]);
      await calls.record([news('sent', 1)]);
      const [one, other] = (await calls.of('i1')).toSorted((a, b) => (a.messageId < b.messageId ? -1 : 1));
      expect(one).toMatchObject({ sentAt: news('sent', 1).at, deliveredAt: news('delivered', 3).at });
      expect(other).toMatchObject({ messageId: 'm2', sentAt: news('sent', 2).at });
      expect(await calls.of('i2')).toEqual([]);
      expect((await calls.those(['m2', 'unknown'])).map(({ messageId }) => messageId)).toEqual(['m2']);
    });

    it('keeps the channel that an answer does not tell', async () => {
      const { calls } = await make();
      await calls.record([news('sent', 1)]);
      await calls.record([{ ...news('answered', 9), channel: '', contactId: '' }]);
      await calls.record([{ ...news('answered', 9, 'm2'), channel: '' }]);
      const [one, other] = (await calls.of('i1')).toSorted((a, b) => (a.messageId < b.messageId ? -1 : 1));
      expect(one).toMatchObject({ channel: 'sms', contactId: 'c1' });
      expect(other).toMatchObject({ channel: '', contactId: 'c1' });
    });

    it('keeps what many processes say of one message at once', async () => {
      const { calls } = await make();
      const all = (['sent', 'delivered', 'answered'] as const).flatMap((what, i) => [news(what, i), news(what, i)]);
      await Promise.all(all.map((one) => calls.record([one])));
      expect(await calls.of('i1')).toMatchObject([{ sentAt: all[0]?.at, answeredAt: all[4]?.at }]);
    });

    it('keeps one plan for each site', async () => {
      const { plans } = await make();
      const plan = { ...noPlan('vw'), version: 1, musterPoints: ['Lawn'] };
      await plans.save(plan);
      expect(await plans.find('vw')).toEqual(plan);
      await expect(plans.save(plan)).rejects.toMatchObject({ kind: 'stale' });
    });
  });
