import { holds, type Principal } from '@guildhall/kernel';
import type { Incident } from '../../domain/evacuation/incident.ts';
import { refusals } from '../../domain/evacuation/refusals.ts';
import type { Site } from '../../domain/site.ts';
import type { Mover } from '../../domain/visit.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { Incidents } from './ports.ts';

/** Who asks, as far as evacuations are concerned. */
export type Asker = Mover & Pick<Principal, 'permissions'>;

type Deps = Readonly<{ sites: Pick<SiteCatalogue, 'get'>; incidents: Pick<Incidents, 'find'> }>;

const permission = 'register.evacuation.run';

/** Throws `register.not_a_warden` unless the caller is in charge of the site. */
export async function siteFor(asker: Asker, siteId: string, { sites }: Pick<Deps, 'sites'>): Promise<Site> {
  // Who is in charge of nothing learns nothing, not even which sites there are.
  const site = await sites.get(siteId).catch((error: unknown) => {
    throw isInCharge(asker, []) ? error : refusals.notAWarden();
  });
  if (!isInCharge(asker, site.wardens)) throw refusals.notAWarden();
  return site;
}

/** The incident, for whoever is in charge of its site: now, or as it began. */
export async function incidentFor(asker: Asker, incidentId: string, { sites, incidents }: Deps): Promise<Incident> {
  const incident = await incidents.find(incidentId);
  if (!incident) throw isInCharge(asker, []) ? refusals.incidentNotFound() : refusals.notAWarden();
  const { wardens } = await sites.get(incident.siteId);
  if (!isInCharge(asker, [...wardens, ...incident.wardenIds])) throw refusals.notAWarden();
  return incident;
}

const isInCharge = ({ personId, displayName, permissions }: Asker, wardens: readonly string[]): boolean =>
  holds({ kind: 'session', sessionId: '', personId, displayName, permissions }, permission) ||
  (personId !== '' && wardens.includes(personId));
