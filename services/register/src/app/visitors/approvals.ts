import type { Clock, Handler } from '@guildhall/kernel';
import type { Site } from '../../domain/site.ts';
import type { Mover } from '../../domain/visit.ts';
import { isPending } from '../../domain/visitors/approval.ts';
import { visitorNotFound, visitorNotPending } from '../../domain/visitors/refusals.ts';
import { decide } from '../../domain/visitors/verdict.ts';
import type { Visitor } from '../../domain/visitors/visitor.ts';
import type { VisitorNotice } from '../../domain/visitors/visitor-notice.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { changing } from './find-visitor.ts';
import type { Invite } from './invite.ts';
import type { Receptions, VisitorRepository } from './ports.ts';
import { eraseAfter } from './retention.ts';
import type { VisitorLinks } from './visitor-links.ts';

/** By the desk of a site, or by the host: whichever is given has to be the visitor's. */
export type DecideVisitor = Readonly<{
  visitorId: string;
  siteId?: string;
  hostId?: string;
  approve: boolean;
  reason: string;
  by: Mover;
}>;

type Deps = Readonly<{
  sites: SiteCatalogue;
  visitors: VisitorRepository;
  receptions: Receptions;
  links: VisitorLinks;
  invite: Invite;
  clock: Clock;
}>;

/** Those whom somebody still has to agree to, by day and name. */
export const listPendingHandler =
  ({ sites, visitors }: Pick<Deps, 'sites' | 'visitors'>): Handler<string, readonly Visitor[]> =>
  async (siteId) => {
    const pending = await visitors.pending((await sites.get(siteId)).id);
    const keyOf = ({ expectedOn, name, id }: Visitor): string => `${expectedOn} ${name} ${id}`;
    return pending.filter(({ status }) => status === 'expected').toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  };

/** Agrees, and only then the invitation goes out; or refuses, and nobody is expected. The same verdict twice is one. */
export const decideVisitorHandler =
  (deps: Deps): Handler<DecideVisitor, Visitor> =>
  async ({ visitorId, siteId, hostId, approve, reason, by }) =>
    changing(deps.visitors, visitorId, async (visitor) => {
      if (siteId !== undefined && visitor.siteId !== siteId) throw visitorNotFound();
      if (hostId !== undefined && visitor.hostId !== hostId) throw visitorNotFound();
      const at = deps.clock.now();
      const eraseAt = await eraseAfter(deps.receptions, visitor, at);
      if (isPending(visitor) && visitor.status !== 'expected') throw visitorNotPending();
      const outcome = decide(visitor, { approve, reason: reason.trim(), by, at, eraseAt });
      if (!outcome) {
        if (visitor.approval?.state === (approve ? 'approved' : 'refused')) return undefined;
        throw visitorNotPending();
      }
      const { next, facts } = outcome;
      const site = await deps.sites.get(visitor.siteId);
      const invitation = approve ? await deps.invite(site, next) : [];
      return { next, messages: [...facts, ...verdictNotice(deps.links, site, next, at), ...invitation] };
    });

/** Asks those who decide: the host about whom the desk announced, the desk about a host's own guest. */
export function approvalNotices(
  links: VisitorLinks,
  site: Site,
  visitor: Visitor,
  announcedBy: string,
): readonly VisitorNotice[] {
  const { hostId, announcedById, createdAt: at } = visitor;
  const isHosts = hostId === announcedById;
  const whom = isHosts ? { link: links.desk(site.id) } : { personId: hostId, link: links.guests() };
  return [{ type: 'visitor-approval', visitor, siteName: site.name, announcedBy, at, ...whom }];
}

/** Tells whoever announced the visitor. */
function verdictNotice(links: VisitorLinks, site: Site, visitor: Visitor, at: Date): readonly VisitorNotice[] {
  const { announcedById: personId, hostId } = visitor;
  if (!personId) return [];
  const link = personId === hostId ? links.guests() : links.desk(site.id);
  return [{ type: 'visitor-decided', visitor, siteName: site.name, personId, link, at }];
}
