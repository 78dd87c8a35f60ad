import { type Clock, type Handler, isStale } from '@guildhall/kernel';
import type { siteDay } from '../../domain/site-day.ts';
import { reschedule, rollOver, visitEnd } from '../../domain/visit.ts';
import type { VisitRepository } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { Presence } from './presence.ts';

type Deps = Readonly<{
  sites: SiteCatalogue;
  visits: VisitRepository;
  presence: Presence;
  dayAt: typeof siteDay;
  clock: Clock;
}>;

const attempts = 3;

/**
 * Ends the visit with this id when its time has come by the site's settings of now; when they moved that time, the
 * visit waits for the new one. Any number of processes may try at once: the version lets one of them win.
 */
export const rollOverHandler =
  (deps: Deps): Handler<string> =>
  async (visitId) => {
    for (let attempt = 1; ; attempt++) {
      try {
        await settle(deps, visitId);
        return;
      } catch (error) {
        // Somebody signed the person out, or did the same a moment ago: what they left decides.
        if (!isStale(error) || attempt === attempts) throw error;
      }
    }
  };

async function settle({ sites, visits, presence, dayAt, clock }: Deps, visitId: string): Promise<void> {
  const visit = await visits.find(visitId);
  if (!visit?.open) return;
  const site = await sites.get(visit.siteId);
  const now = clock.now();
  const until = visitEnd(site, dayAt(site, visit.in.at), visit.in.at);
  const isOver = until <= now;
  if (!isOver && until.getTime() === visit.until.getTime()) return;
  const leaving = isOver ? presence.leave(visit) : undefined;
  const { next, facts } = leaving ? rollOver(visit, until, leaving.occupancy) : reschedule(visit, until);
  try {
    await visits.save(next, facts);
  } catch (error) {
    leaving?.undo();
    throw error;
  }
  leaving?.keep();
  presence.note(next);
}
