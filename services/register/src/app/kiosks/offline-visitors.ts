import type { Clock, NewId } from '@guildhall/kernel';
import { notAfter } from '../../domain/kiosks/event-time.ts';
import type { siteDay } from '../../domain/site-day.ts';
import { arrivalUnknown, visitorNotFound } from '../../domain/visitors/refusals.ts';
import { arrive, type Visitor, visitorId } from '../../domain/visitors/visitor.ts';
import { watchedBy } from '../../domain/visitors/watch-list.ts';
import type { VisitRepository } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { type AcceptanceGiven, keepSignatures } from '../visitors/acceptances.ts';
import { arrivalNotices } from '../visitors/arrival-notices.ts';
import { changing, findVisitor } from '../visitors/find-visitor.ts';
import type { Hosts, PhoneNumbers, Pictures, Receptions, VisitorRepository, WatchList } from '../visitors/ports.ts';
import { settleVisit } from '../visitors/release-visitor.ts';
import type { VisitorLinks } from '../visitors/visitor-links.ts';
import { announceWalkIn, type WalkIn } from '../visitors/walk-in.ts';
import type { Subject } from './sync-events.ts';

/** Somebody came while the kiosk had no connection. What was accepted counts as it was shown there. */
export type OfflineArrival = Readonly<{
  siteId: string;
  /** What stands for the event of the arrival. */
  eventKey: string;
  /** As the kiosk says. */
  at: Date;
  visitorId: string;
  walkIn: WalkIn | undefined;
  vehicle: string;
  acceptances: readonly AcceptanceGiven[];
}>;

type Deps = Readonly<{
  sites: SiteCatalogue;
  visitors: VisitorRepository;
  visits: VisitRepository;
  receptions: Receptions;
  watchList: WatchList;
  pictures: Pictures;
  hosts: Hosts;
  phones: PhoneNumbers;
  links: VisitorLinks;
  dayAt: typeof siteDay;
  clock: Clock;
  newId: NewId;
}>;

/** Who came. Nobody is refused: they are inside, and must be counted. */
export const arrivedOfflineBy =
  (deps: Deps) =>
  async ({ siteId, eventKey, at, visitorId: id, walkIn }: OfflineArrival): Promise<Subject> => {
    if (id || !walkIn) return subjectOf(await findVisitor(deps.visitors, id, siteId));
    const own = visitorId(eventKey);
    const known = await deps.visitors.find(own);
    if (known) return subjectOf(known);
    const host = walkIn.hostId ? await deps.hosts.find(walkIn.hostId) : undefined;
    const coming = { ...walkIn, hostId: host?.id ?? '', phone: deps.phones.normalise(walkIn.phone) ?? '' };
    const came = { id: own, at: notAfter(at, deps.clock.now()) };
    return subjectOf(await announceWalkIn(deps, await deps.sites.get(siteId), coming, came));
  };

/** Who went: one whom the kiosk knew, or whom it took down by itself. */
export const departedOfflineBy =
  ({ visitors }: Deps) =>
  async (siteId: string, id: string, arrivalKey: string): Promise<Subject> => {
    if (id) return subjectOf(await findVisitor(visitors, id, siteId));
    const arrived = await visitors.find(visitorId(arrivalKey));
    if (!arrived) throw arrivalUnknown();
    return subjectOf(arrived);
  };

const subjectOf = ({ id, name, kind, erased }: Visitor): Subject => {
  if (erased) throw visitorNotFound();
  return { id, displayName: name, kind };
};

/** Lets the visitor follow the visit that came of the events. Done again it changes nothing. */
export const followVisitBy =
  (deps: Deps) =>
  async (id: string, arrival: OfflineArrival | undefined): Promise<void> => {
    const visitor = await findVisitor(deps.visitors, id);
    const site = await deps.sites.get(visitor.siteId);
    const visit = (await deps.visits.allOf(id)).toSorted((a, b) => b.in.at.getTime() - a.in.at.getTime())[0];
    if (!visit) return;
    const watch = watchedBy(await deps.watchList.of(site.id), visitor);
    const given = arrival?.acceptances ?? [];
    const acceptances = await keepSignatures(deps, id, given, visit.in.at);
    await changing(deps.visitors, id, (current) => {
      if (current.visitId === visit.id) return undefined;
      const [vehicle, watched] = [arrival?.vehicle ?? '', watch.length > 0];
      const coming = {
        visitId: visit.id,
        at: visit.in.at,
        via: 'kiosk',
        vehicle,
        watched,
        acceptances,
        overrideReason: '',
      } as const;
      const { next, facts } = arrive(current, coming);
      return { next, messages: [...facts, ...(visit.open ? arrivalNotices(deps.links, site, next, watch) : [])] };
    });
    if (!visit.open)
      await settleVisit(deps, { visitorId: id, visitId: visit.id, ...(visit.out && { leftAt: visit.out.at }) });
  };
