import type { Site as ProtoSite } from '@guildhall/contracts/register/v1/service';
import { namedEntrances } from '../../domain/entrance.ts';
import { newSiteSettings, type Site, type SiteSettings } from '../../domain/site.ts';
import { calendarOf, calendarToProto } from './site-calendar.mapping.ts';
import {
  digestOf,
  digestToProto,
  messagesInMask,
  slackPresenceOf,
  slackPresenceToProto,
} from './site-messages.mapping.ts';
import { movementsOf, movementsToProto, privacyOf, privacyToProto, whoSeesOf, whoSeesToProto } from './vocabulary.ts';

/** What everybody may see of a site. */
export const summaryToProto = (site: Site, today: string) => {
  const { id, name, timeZone, entrances, declaration } = site;
  return {
    id,
    name,
    timeZone,
    today,
    entrances: entrances.map((entrance) => entrance.name),
    entranceDetails: [...entrances],
    whoIsVisible: site.whoSees === 'members',
    ...(declaration.text && { declaration }),
  };
};

/** The site with what only its administrators see. */
export const siteToProto = (site: Site, today: string) => {
  const { whoIsVisible: _shown, ...summary } = summaryToProto(site, today);
  const slackWebhooks = site.slackWebhooks.map(({ url, movements, privacy }) => ({
    url,
    movements: movementsToProto[movements],
    privacy: privacyToProto[privacy],
  }));
  const { dayRollover, carryOver, capacity, hardStop, coverMinutes, retentionDays, slackPresence, digest } = site;
  return {
    ...summary,
    dayRollover,
    carryOver,
    slackWebhooks,
    capacity,
    hardStop,
    coverMinutes,
    retentionDays,
    wardens: [...site.wardens],
    firstAiders: [...site.firstAiders],
    safetyList: [...site.safetyList],
    whoSees: whoSeesToProto[site.whoSees],
    ...calendarToProto(site),
    ...(slackPresence && { slackPresence: slackPresenceToProto(slackPresence) }),
    ...(digest && { digest: digestToProto(digest) }),
  };
};

/** The settings of a new site; what is empty keeps its default. */
export function settingsOfNew(site: ProtoSite): Partial<SiteSettings> {
  const { dayRollover, reminders, coverMinutes, ...given } = settingsOf(site);
  return {
    ...given,
    ...(dayRollover && { dayRollover }),
    ...(reminders.length > 0 && { reminders }),
    ...(coverMinutes > 0 && { coverMinutes }),
  };
}

const settingsOf = (site: ProtoSite, known?: Site): SiteSettings => ({
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
  entrances: entrancesOf(site, known),
  capacity: site.capacity,
  hardStop: site.hardStop,
  wardens: site.wardens,
  firstAiders: site.firstAiders,
  safetyList: site.safetyList,
  coverMinutes: site.coverMinutes,
  retentionDays: site.retentionDays || newSiteSettings.retentionDays,
  whoSees: whoSeesOf(site.whoSees),
  ...calendarOf(site),
  slackPresence: site.slackPresence && slackPresenceOf(site.slackPresence),
  digest: site.digest && digestOf(site.digest),
});

function entrancesOf({ entrances, entranceDetails }: ProtoSite, known: Site | undefined): SiteSettings['entrances'] {
  if (entranceDetails.length === 0) return namedEntrances(entrances, known?.entrances);
  return entranceDetails.map(({ id, name, place }) => {
    const { latitude = 0, longitude = 0 } = place ?? {};
    return { id, name, ...(place && { place: { latitude, longitude } }) };
  });
}

const settingOfPath: Readonly<Record<string, keyof SiteSettings>> = {
  name: 'name',
  time_zone: 'timeZone',
  day_rollover: 'dayRollover',
  carry_over: 'carryOver',
  declaration: 'declarationText',
  'declaration.text': 'declarationText',
  slack_webhooks: 'slackWebhooks',
  entrances: 'entrances',
  entrance_details: 'entrances',
  capacity: 'capacity',
  hard_stop: 'hardStop',
  wardens: 'wardens',
  first_aiders: 'firstAiders',
  safety_list: 'safetyList',
  cover_minutes: 'coverMinutes',
  opening_days: 'openingDays',
  holidays: 'holidays',
  reminders: 'reminders',
  slack_presence: 'slackPresence',
  digest: 'digest',
  retention_days: 'retentionDays',
  who_sees: 'whoSees',
};

/**
 * The settings that the mask names; what the register decides itself (id, today, versions) is passed over. Entrances
 * that are named as they were keep what is known of them.
 */
export function settingsInMask(site: ProtoSite, paths: readonly string[], known?: Site): Partial<SiteSettings> {
  const settings = { ...settingsOf(site, known), ...messagesInMask(site, paths, known) };
  const named = paths.flatMap(
    (path) => settingOfPath[path.startsWith('declaration') ? path : (path.split('.')[0] ?? '')] ?? [],
  );
  return Object.fromEntries(named.map((setting) => [setting, settings[setting]]));
}
