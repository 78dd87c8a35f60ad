import type { Clock, Handler } from '@guildhall/kernel';
import { siteNotFound } from '../../domain/refusals.ts';
import { type Site, type SiteSettings, updateSite } from '../../domain/site.ts';
import type { Mover } from '../../domain/visit.ts';
import type { WebhookPolicy } from '../../domain/webhook.ts';
import type { AuditTrail, SiteRepository } from '../ports.ts';
import type { SiteCatalogue } from './site-catalogue.ts';
import { recordChange } from './site-changes.ts';

export type UpdateSite = Readonly<{ siteId: string; given: Partial<SiteSettings>; by: Mover }>;

type Deps = Readonly<{
  repository: SiteRepository;
  sites: SiteCatalogue;
  audits: AuditTrail;
  webhooks: WebhookPolicy;
  clock: Clock;
  /** Follows the new settings at once; another process does it later when this one does not get there. */
  planned: (site: Site) => Promise<void>;
}>;

export const updateSiteHandler =
  ({ repository, sites, audits, webhooks, clock, planned }: Deps): Handler<UpdateSite, Site> =>
  async ({ siteId, given, by }) => {
    const current = await repository.find(siteId);
    if (!current) throw siteNotFound();
    await recordChange(audits, current);
    const change = { at: clock.now(), actorId: by.personId, ip: by.ip, userAgent: by.userAgent };
    const { next, facts } = updateSite(current, given, webhooks, change);
    await repository.save(next, facts);
    sites.put(next);
    await recordChange(audits, next);
    await planned(next);
    return next;
  };
