import type { Site as ProtoSite } from '@guildhall/contracts/register/v1/service';
import type { Site, SiteSettings } from '../../domain/site.ts';
import { movementsOf, movementsToProto, privacyOf, privacyToProto } from './vocabulary.ts';

/** What everybody may see of a site. */
export const summaryToProto = (site: Site, today: string) => {
  const { id, name, timeZone, entrances, declaration } = site;
  return { id, name, timeZone, today, entrances: [...entrances], ...(declaration.text && { declaration }) };
};

/** The site with what only its administrators see. */
export const siteToProto = (site: Site, today: string) => {
  const slackWebhooks = site.slackWebhooks.map(({ url, movements, privacy }) => ({
    url,
    movements: movementsToProto[movements],
    privacy: privacyToProto[privacy],
  }));
  const { dayRollover, carryOver } = site;
  return { ...summaryToProto(site, today), dayRollover, carryOver, slackWebhooks };
};

/** The settings of a new site; what is empty keeps its default. */
export function settingsOfNew(site: ProtoSite): Partial<SiteSettings> {
  const { dayRollover, ...given } = settingsOf(site);
  return dayRollover ? { ...given, dayRollover } : given;
}

const settingsOf = (site: ProtoSite): SiteSettings => ({
  name: site.name.trim(),
  timeZone: site.timeZone,
  dayRollover: site.dayRollover,
  carryOver: site.carryOver,
  declarationText: site.declaration?.text ?? '',
  slackWebhooks: site.slackWebhooks.map(({ url, movements, privacy }) => ({
    url,
    movements: movementsOf(movements),
    privacy: privacyOf(privacy),
  })),
  entrances: site.entrances,
});

const settingOfPath: Readonly<Record<string, keyof SiteSettings>> = {
  name: 'name',
  time_zone: 'timeZone',
  day_rollover: 'dayRollover',
  carry_over: 'carryOver',
  declaration: 'declarationText',
  'declaration.text': 'declarationText',
  slack_webhooks: 'slackWebhooks',
  entrances: 'entrances',
};

/** The settings that the mask names; what the register decides itself (id, today, versions) is passed over. */
export function settingsInMask(site: ProtoSite, paths: readonly string[]): Partial<SiteSettings> {
  const settings = settingsOf(site);
  const named = paths.flatMap((path) => settingOfPath[path] ?? []);
  return Object.fromEntries(named.map((setting) => [setting, settings[setting]]));
}
