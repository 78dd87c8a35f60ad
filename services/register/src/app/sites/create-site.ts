import type { Clock, Handler } from '@guildhall/kernel';
import { createSite, newSiteSettings, type Site, type SiteSettings } from '../../domain/site.ts';
import type { Mover } from '../../domain/visit.ts';
import type { WebhookPolicy } from '../../domain/webhook.ts';
import type { AuditTrail, SiteRepository } from '../ports.ts';
import type { SiteCatalogue } from './site-catalogue.ts';
import { recordChange } from './site-changes.ts';

export type CreateSite = Readonly<{ id: string; settings: Partial<SiteSettings>; by: Mover }>;

type Deps = Readonly<{
  repository: SiteRepository;
  sites: SiteCatalogue;
  audits: AuditTrail;
  webhooks: WebhookPolicy;
  clock: Clock;
  /** Follows the new settings at once; another process does it later when this one does not get there. */
  planned: (site: Site) => Promise<void>;
}>;

export const createSiteHandler =
  ({ repository, sites, audits, webhooks, clock, planned }: Deps): Handler<CreateSite, Site> =>
  async ({ id, settings, by }) => {
    const change = { at: clock.now(), actorId: by.personId, ip: by.ip, userAgent: by.userAgent };
    const { next, facts } = createSite(id, { ...newSiteSettings, ...settings }, webhooks, change);
    await repository.save(next, facts);
    sites.put(next);
    await recordChange(audits, next);
    await planned(next);
    return next;
  };
