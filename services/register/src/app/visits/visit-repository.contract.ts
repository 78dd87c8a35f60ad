import { describe, expect, it } from 'vitest';
import { siteDay } from '../../domain/site-day.ts';
import { opened, openVisit, signOut, type Visit } from '../../domain/visit.ts';
import type { VisitRepository } from '../ports.ts';
import { aPerson, aSite } from '../testing.ts';

const at = new Date('2026-03-02T09:00:00Z');
const later = new Date('2026-03-02T17:00:00Z');
const ada = aPerson('Ada Lovelace');
const bob = aPerson('Bob Bauer');

const visitOf = (id: string, by = ada, siteId = 'vw'): Visit => {
  const site = aSite({ declarationText: 'I am well.' }, siteId);
  return openVisit(id, { site, day: siteDay(site, at), at, by, entrance: 'Front' });
};

/** Every VisitRepository keeps these promises: run it on the one in memory and on the real one. */
export const visitRepositoryContract = (name: string, make: () => Promise<VisitRepository>) =>
  describe(`${name} keeps the promises of a VisitRepository`, () => {
    const opening = (visits: VisitRepository, visit: Visit) => visits.save(visit, opened(visit, 1).facts);
    const closing = (visits: VisitRepository, visit: Visit) => {
      const { next, facts } = signOut(visit, later, ada, 0);
      return visits.save(next, facts);
    };

    it('returns what was saved', async () => {
      const visits = await make();
      await opening(visits, visitOf('v1'));
      expect(await visits.find('v1')).toEqual(visitOf('v1'));
    });

    it('returns a closed visit with how it ended', async () => {
      const visits = await make();
      await opening(visits, visitOf('v1'));
      await closing(visits, visitOf('v1'));
      expect(await visits.find('v1')).toEqual(signOut(visitOf('v1'), later, ada, 0).next);
    });

    it('finds nothing where nothing is', async () => {
      const visits = await make();
      expect(await visits.find('v1')).toBeUndefined();
    });

    it('refuses a second open visit of one person at one site', async () => {
      const visits = await make();
      await opening(visits, visitOf('v1'));
      await expect(opening(visits, visitOf('v2'))).rejects.toMatchObject({ code: 'register.already_inside' });
    });

    it('lets one of twenty visits opened at once win', async () => {
      const visits = await make();
      const ids = Array.from({ length: 20 }, (_, i) => `v${i}`);
      const outcomes = await Promise.allSettled(ids.map((id) => opening(visits, visitOf(id))));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('accepts the next visit once the one before is closed', async () => {
      const visits = await make();
      await opening(visits, visitOf('v1'));
      await closing(visits, visitOf('v1'));
      await opening(visits, visitOf('v2'));
      expect(await visits.findOpen(ada.personId, 'vw')).toMatchObject({ id: 'v2' });
    });

    it('accepts open visits of one person at two sites', async () => {
      const visits = await make();
      await Promise.all([opening(visits, visitOf('v1')), opening(visits, visitOf('v2', ada, 'quay'))]);
      const ids = (await visits.openOf(ada.personId)).map(({ id }) => id);
      expect(ids.sort()).toEqual(['v1', 'v2']);
    });

    it('lists every visit of one person, open or not', async () => {
      const visits = await make();
      await opening(visits, visitOf('v1'));
      await closing(visits, visitOf('v1'));
      await opening(visits, visitOf('v2'));
      await opening(visits, visitOf('v3', bob));
      expect((await visits.allOf(ada.personId)).map(({ id }) => id).sort()).toEqual(['v1', 'v2']);
    });

    it('lists the visits of one person at some sites over days, both included', async () => {
      const visits = await make();
      await opening(visits, visitOf('v1'));
      await opening(visits, visitOf('v2', ada, 'quay'));
      const list = async (from: string, to: string) =>
        (await visits.of(ada.personId, ['vw'], from, to)).map(({ id }) => id);
      expect(await list('2026-03-02', '2026-03-02')).toEqual(['v1']);
      expect(await list('2026-03-03', '2026-03-04')).toEqual([]);
    });

    it('lists the visits of everybody on a day', async () => {
      const visits = await make();
      await opening(visits, visitOf('v1'));
      await opening(visits, visitOf('v2', bob));
      expect((await visits.ofDay('vw', '2026-03-02')).map(({ id }) => id).sort()).toEqual(['v1', 'v2']);
      expect(await visits.ofDay('vw', '2026-03-03')).toEqual([]);
    });

    it('refuses to overwrite a newer version', async () => {
      const visits = await make();
      await opening(visits, visitOf('v1'));
      await closing(visits, visitOf('v1'));
      await expect(closing(visits, visitOf('v1'))).rejects.toMatchObject({ kind: 'stale' });
    });

    it('lists who is inside some sites', async () => {
      const visits = await make();
      await opening(visits, visitOf('v1'));
      await opening(visits, visitOf('v2', bob));
      await opening(visits, visitOf('v3', bob, 'quay'));
      await closing(visits, visitOf('v1'));
      expect((await visits.openAt(['vw'])).map(({ id }) => id)).toEqual(['v2']);
      expect((await visits.openAt(['vw', 'quay'])).map(({ id }) => id).sort()).toEqual(['v2', 'v3']);
    });
  });
