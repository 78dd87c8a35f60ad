import type { Clock, Handler } from '@guildhall/kernel';
import type { Process } from '@guildhall/runtime';
import type { AuditTrail, SiteRepository } from '../app/ports.ts';
import { type CreateSite, createSiteHandler } from '../app/sites/create-site.ts';
import type { SiteCatalogue } from '../app/sites/site-catalogue.ts';
import { type UpdateSite, updateSiteHandler } from '../app/sites/update-site.ts';
import type { Settings } from '../config.ts';
import type { Site } from '../domain/site.ts';

type Rounds = Readonly<{ keepAgenda: Handler<string>; watchSite: Handler<string> }>;

type Parts = Readonly<{ repository: SiteRepository; sites: SiteCatalogue; audits: AuditTrail; clock: Clock }>;

/** Sites are followed at once when their settings change. What fails here is done when the process hears of the change. */
export function siteUseCases(
  { settings, log }: Process<Settings>,
  parts: Parts,
  { keepAgenda, watchSite }: Rounds,
): Readonly<{ createSite: Handler<CreateSite, Site>; updateSite: Handler<UpdateSite, Site> }> {
  const planned = async ({ id: siteId }: Site): Promise<void> => {
    await Promise.all([keepAgenda(siteId), watchSite(siteId)]).catch((error: unknown) =>
      log.warn({ error, siteId }, 'changed settings are followed later'),
    );
  };
  const webhooks = { hosts: settings.SLACK_WEBHOOK_HOSTS, allowLoopback: settings.SANDBOX };
  const deps = { ...parts, webhooks, planned };
  return { createSite: createSiteHandler(deps), updateSite: updateSiteHandler(deps) };
}
