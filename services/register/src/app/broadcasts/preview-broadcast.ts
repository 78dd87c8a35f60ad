import type { Clock, Handler } from '@guildhall/kernel';
import { type Recipient, recipientsOf } from '../../domain/broadcasts/broadcast.ts';
import { findEntrance } from '../../domain/entrance.ts';
import { unknownEntrance } from '../../domain/refusals.ts';
import type { Site } from '../../domain/site.ts';
import { isInside } from '../../domain/visit.ts';
import { type Asker, siteFor } from '../evacuation/access.ts';
import type { VisitRepository } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { CountReachable } from './ports.ts';

export type PreviewBroadcast = Readonly<{ siteId: string; entrance: string; by: Asker }>;

export type BroadcastPreview = Readonly<{
  people: number;
  visitors: number;
  unreachable: number;
  siteName: string;
  sender: string;
}>;

type Deps = Readonly<{ sites: SiteCatalogue; visits: VisitRepository; clock: Clock }>;

export type Audience = Readonly<{ site: Site; entrance: string; recipients: readonly Recipient[] }>;

/** Who is inside by the store at this moment, for whoever is in charge of the site. */
export async function audienceOf(deps: Deps, { siteId, entrance, by }: PreviewBroadcast): Promise<Audience> {
  const site = await siteFor(by, siteId, deps);
  const door = entrance ? findEntrance(site.entrances, entrance) : undefined;
  if (entrance && !door) throw unknownEntrance();
  const now = deps.clock.now();
  const open = await deps.visits.openAt([site.id]);
  const inside = open.filter((visit) => isInside(visit, now));
  return { site, entrance: door?.name ?? '', recipients: recipientsOf(inside, door?.name) };
}

export const previewBroadcastHandler =
  (deps: Deps & Readonly<{ countReachable: CountReachable }>): Handler<PreviewBroadcast, BroadcastPreview> =>
  async (query) => {
    const { site, recipients } = await audienceOf(deps, query);
    const guests = recipients.filter(({ kind }) => kind !== 'person').map(({ personId }) => personId);
    const visitors = guests.length > 0 ? await deps.countReachable(guests) : 0;
    const people = recipients.length - guests.length;
    const unreachable = guests.length - visitors;
    return { people, visitors, unreachable, siteName: site.name, sender: query.by.displayName };
  };
