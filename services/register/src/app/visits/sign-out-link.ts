import type { Clock, Handler } from '@guildhall/kernel';
import { linkUnusable } from '../../domain/refusals.ts';
import type { Site } from '../../domain/site.ts';
import { isInside, ownersOf, type Visit } from '../../domain/visit.ts';
import type { Links } from '../links.ts';
import type { VisitRepository } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { Movement } from './sign-in.ts';
import type { SignOut } from './sign-out.ts';

/** Where the link came from: the audit entry says it. */
export type UseLink = Readonly<{ token: string; ip: string; userAgent: string }>;
/** What a sign-out link is about. `changed` when this very use signed the person out. */
export type LinkedVisit = Readonly<{ site: Site; visit: Visit; open: boolean; changed: boolean }>;

type Deps = Readonly<{
  links: Links;
  sites: SiteCatalogue;
  visits: VisitRepository;
  signOut: Handler<SignOut, Movement>;
  clock: Clock;
}>;

/** The token of a link that ends this visit, and works until the visit ends by itself. */
export const signOutToken = (links: Links, visit: Visit): string =>
  links.sign('sign-out', { visitId: visit.id, personId: visit.personId }, visit.until);

/** Changes nothing: mail programs and previews open links before people do. */
export const readSignOutLinkHandler =
  (deps: Deps): Handler<UseLink, LinkedVisit> =>
  ({ token }) =>
    find(deps, token);

/** Signs out the person of the link; once that is done, a repeat changes nothing. */
export const useSignOutLinkHandler =
  (deps: Deps): Handler<UseLink, LinkedVisit> =>
  async ({ token, ip, userAgent }) => {
    const before = await find(deps, token);
    if (!before.open) return before;
    const { personId, displayName, siteId } = before.visit;
    const by = { personId, displayName, via: 'token', ip, userAgent } as const;
    const { changed } = await deps.signOut({ siteId, clientDate: '', by, visitId: before.visit.id });
    return { ...(await find(deps, token)), changed };
  };

async function find({ links, visits, sites, clock }: Deps, token: string): Promise<LinkedVisit> {
  const now = clock.now();
  const claims = links.read('sign-out', token, now);
  const visit = claims?.['visitId'] ? await visits.find(claims['visitId']) : undefined;
  // A visit that is nobody's any more is not this link's; one that moved with a merge is.
  if (!visit || !ownersOf(visit).includes(claims?.['personId'] ?? '')) throw linkUnusable();
  return { site: await sites.get(visit.siteId), visit, open: isInside(visit, now), changed: false };
}
