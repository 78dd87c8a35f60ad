import type { Decision, FieldError } from '@guildhall/kernel';
import { invalidSite } from './refusals.ts';
import { isTimeZone } from './site-day.ts';
import { type SlackWebhook, webhookFault, type WebhookPolicy } from './webhook.ts';

/** What pressing "Sign in" confirms. An empty text asks for nothing. */
export type Declaration = Readonly<{ text: string; version: number }>;

export type SiteSettings = Readonly<{
  name: string;
  timeZone: string;
  /** When the day ends, "00:00". */
  dayRollover: string;
  /** Visits outlive the rollover, for up to 16 hours after sign-in. */
  carryOver: boolean;
  declarationText: string;
  slackWebhooks: readonly SlackWebhook[];
  entrances: readonly string[];
}>;

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

export const newSiteSettings: SiteSettings = {
  name: '',
  timeZone: '',
  dayRollover: '00:00',
  carryOver: false,
  declarationText: '',
  slackWebhooks: [],
  entrances: [],
};

export function createSite(id: string, settings: SiteSettings, policy: WebhookPolicy, by: By): Outcome {
  const errors = faultsOf(settings, policy);
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
  const { declarationText: text, ...rest } = { ...settingsOf(site), ...given };
  const errors = faultsOf({ ...rest, declarationText: text }, policy);
  if (errors.length > 0) throw invalidSite(errors);
  const { declaration: old } = site;
  const declaration = text === old.text ? old : { text, version: old.version + 1 };
  const version = site.version + 1;
  const lastChange = { ...by, ...audit(site.id, version, 'site.update') };
  return outcome({ ...site, ...rest, version, declaration, lastChange });
}

export const settingsOf = ({ declaration, ...site }: Site): SiteSettings => ({
  name: site.name,
  timeZone: site.timeZone,
  dayRollover: site.dayRollover,
  carryOver: site.carryOver,
  slackWebhooks: site.slackWebhooks,
  entrances: site.entrances,
  declarationText: declaration.text,
});

const outcome = (site: Site): Outcome => ({
  next: site,
  facts: [{ type: 'site-changed', site, at: site.lastChange.at }],
});

const audit = (siteId: string, version: number, action: SiteChange['action']) =>
  ({ auditId: `site-${siteId}-${version}`, action }) as const;

function faultsOf(settings: SiteSettings, policy: WebhookPolicy): FieldError[] {
  const { name, timeZone, dayRollover, declarationText, entrances, slackWebhooks } = settings;
  const faults: FieldError[] = [];
  const check = (isFine: boolean, pointer: string, detail: string): void => {
    if (!isFine) faults.push({ pointer, detail });
  };
  check(isLabel(name, 100), '/name', 'must be 1 to 100 characters on one line');
  check(isTimeZone(timeZone), '/timeZone', 'is not a time zone, such as Europe/London');
  check(/^([01]\d|2[0-3]):[0-5]\d$/.test(dayRollover), '/dayRollover', 'must be a time of day, such as 00:00');
  check(declarationText.length <= 2000, '/declaration/text', 'is longer than 2000 characters');
  check(
    new Set(entrances).size === entrances.length && entrances.length <= 50,
    '/entrances',
    'must be 50 at most, each once',
  );
  entrances.forEach((entrance, i) => check(isLabel(entrance, 60), `/entrances/${i}`, 'must be 1 to 60 characters'));
  check(slackWebhooks.length <= 20, '/slackWebhooks', 'must be 20 at most');
  slackWebhooks.forEach(({ url }, i) => {
    const fault = webhookFault(url, policy);
    check(fault === undefined, `/slackWebhooks/${i}/url`, fault ?? '');
  });
  return faults;
}

// Control characters and direction overrides make one name look like another.
const isLabel = (text: string, limit: number): boolean =>
  text.trim() === text && text.length >= 1 && text.length <= limit && !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text);
