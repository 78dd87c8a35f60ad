import type { Decision } from '@guildhall/kernel';
import { withIds } from './entrance.ts';
import { invalidSite } from './refusals.ts';
import { siteFaults } from './site-faults.ts';
import type { SiteSettings } from './site-settings.ts';
import type { WebhookPolicy } from './webhook.ts';

export { newSiteSettings, type SiteSettings } from './site-settings.ts';

/** What pressing "Sign in" confirms. An empty text asks for nothing. */
export type Declaration = Readonly<{ text: string; version: number }>;

/** Who changed the site last; becomes an audit entry. */
export type SiteChange = Readonly<{
  auditId: string;
  action: 'site.create' | 'site.update';
  at: Date;
  actorId: string;
  ip: string;
  userAgent: string;
}>;

export type Site = Readonly<
  Omit<SiteSettings, 'declarationText'> & {
    id: string;
    version: number;
    declaration: Declaration;
    lastChange: SiteChange;
  }
>;

export type SiteFact = Readonly<{ type: 'site-changed'; site: Site; at: Date }>;
type Outcome = Decision<Site, SiteFact>;
type By = Omit<SiteChange, 'auditId' | 'action'>;

export function createSite(id: string, given: SiteSettings, policy: WebhookPolicy, by: By): Outcome {
  const settings = { ...given, entrances: withIds(given.entrances) };
  const errors = siteFaults(settings, policy);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) || id.length > 40) {
    errors.unshift({ pointer: '/id', detail: 'must be lower-case letters, digits and single hyphens' });
  }
  if (errors.length > 0) throw invalidSite(errors);
  const { declarationText: text, ...rest } = settings;
  const declaration = { text, version: text ? 1 : 0 };
  return outcome({ ...rest, id, version: 1, declaration, lastChange: { ...by, ...audit(id, 1, 'site.create') } });
}

/** Changes the settings that are given; the version of the declaration rises with its text only. */
export function updateSite(site: Site, given: Partial<SiteSettings>, policy: WebhookPolicy, by: By): Outcome {
  const { declarationText: text, ...settings } = { ...settingsOf(site), ...given };
  const rest = { ...settings, entrances: withIds(settings.entrances) };
  const errors = siteFaults({ ...rest, declarationText: text }, policy);
  if (errors.length > 0) throw invalidSite(errors);
  const { declaration: old } = site;
  const declaration = text === old.text ? old : { text, version: old.version + 1 };
  const version = site.version + 1;
  const lastChange = { ...by, ...audit(site.id, version, 'site.update') };
  return outcome({ ...site, ...rest, version, declaration, lastChange });
}

export function settingsOf({
  declaration,
  id: _id,
  version: _version,
  lastChange: _change,
  ...settings
}: Site): SiteSettings {
  return { ...settings, declarationText: declaration.text };
}

const outcome = (site: Site): Outcome => ({
  next: site,
  facts: [{ type: 'site-changed', site, at: site.lastChange.at }],
});

const audit = (siteId: string, version: number, action: SiteChange['action']) =>
  ({ auditId: `site-${siteId}-${version}`, action }) as const;
