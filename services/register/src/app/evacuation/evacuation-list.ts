import type { Clock, Handler } from '@guildhall/kernel';
import { type Occupant, occupantsOf } from '../../domain/evacuation/occupant.ts';
import { noPlan } from '../../domain/evacuation/plan.ts';
import type { Site } from '../../domain/site.ts';
import { isInside, type Mover } from '../../domain/visit.ts';
import type { VisitRepository } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { type Asker, siteFor } from './access.ts';
import type { Incidents, Plans } from './ports.ts';

export type GetEvacuationList = Readonly<{ siteId: string; by: Asker }>;

/** Who is inside now, without contacts. The same people give the same `etag`. */
export type EvacuationList = Readonly<{
  siteId: string;
  siteName: string;
  timeZone: string;
  generatedAt: Date;
  etag: string;
  people: readonly Occupant[];
  incidentId?: string;
  musterPoints: readonly string[];
}>;

export type ListDeps = Readonly<{
  visits: VisitRepository;
  incidents: Incidents;
  plans: Plans;
  clock: Clock;
  /** A short fingerprint of a text. */
  fingerprint: (text: string) => string;
}>;

type Deps = ListDeps &
  Readonly<{
    sites: SiteCatalogue;
    recordView: Handler<Readonly<{ siteId: string; by: Mover }>>;
  }>;

/** The list for a warden's phone. That somebody took it leaves an audit entry. */
export const getEvacuationListHandler =
  (deps: Deps): Handler<GetEvacuationList, EvacuationList> =>
  async ({ siteId, by }) => {
    const site = await siteFor(by, siteId, deps);
    const [list] = await Promise.all([listOf(site, deps), deps.recordView({ siteId, by })]);
    return list;
  };

/** Who is inside a site by the store at this moment. */
export async function listOf(site: Site, deps: ListDeps): Promise<EvacuationList> {
  const { id: siteId, name: siteName, timeZone } = site;
  const generatedAt = deps.clock.now();
  const [visits, [incident], plan] = await Promise.all([
    deps.visits.openAt([siteId]),
    deps.incidents.list({ siteId, openOnly: true, limit: 1 }),
    deps.plans.find(siteId),
  ]);
  const people = occupantsOf(visits.filter((visit) => isInside(visit, generatedAt))).toSorted(byDisplayName);
  const { musterPoints } = incident ?? plan ?? noPlan(siteId);
  const about = { siteId, siteName, timeZone, musterPoints, people, ...(incident && { incidentId: incident.id }) };
  return { ...about, generatedAt, etag: deps.fingerprint(JSON.stringify(about)) };
}

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
const byDisplayName = (a: Occupant, b: Occupant): number =>
  collator.compare(a.displayName, b.displayName) || (a.personId < b.personId ? -1 : 1);
