import type { Holiday, ReminderSchedule, Site, SiteInput, SlackPresence, SlackWebhook } from '@guildhall/client';
import { linesOf } from '../../parts/lines.ts';
import { type Door, doorOf, toDoors } from './doors.ts';

export type Webhook = Required<SlackWebhook>;

/** A site while it is being typed: lists and texts as their inputs hold them. */
export type Draft = Readonly<{
  id: string;
  name: string;
  timeZone: string;
  dayRollover: string;
  carryOver: boolean;
  declaration: string;
  doors: readonly Door[];
  slackWebhooks: readonly Webhook[];
  capacity: number;
  hardStop: boolean;
  wardens: readonly string[];
  firstAiders: readonly string[];
  safetyList: readonly string[];
  coverMinutes: number;
  openingDays: Site['openingDays'];
  holidays: readonly Holiday[];
  reminders: readonly ReminderSchedule[];
  slackPresence: SlackPresence;
  digestTime: string;
  digestChannel: string;
  digestEmails: string;
  retentionDays: number;
  isWhoVisible: boolean;
}>;

const weekdaysAt = (template: string, time: string): ReminderSchedule => ({ template, time, days: [], secondTime: '' });

/** What a new site begins with. */
const fresh: Site = {
  id: '',
  name: '',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  today: '',
  dayRollover: '00:00',
  carryOver: false,
  entrances: [],
  entranceDetails: [],
  slackWebhooks: [],
  capacity: 0,
  hardStop: false,
  wardens: [],
  firstAiders: [],
  safetyList: [],
  coverMinutes: 0,
  openingDays: [],
  holidays: [],
  reminders: [weekdaysAt('reminder', '11:00'), weekdaysAt('reminder_pm', '17:00')],
  retentionDays: 30,
  whoSees: 'off',
};

export function draftOf(site: Site | undefined): Draft {
  const { digest, declaration, entranceDetails, entrances: _names, today: _today, whoSees, ...rest } = site ?? fresh;
  return {
    ...rest,
    dayRollover: rest.dayRollover || '00:00',
    declaration: declaration?.text ?? '',
    doors: entranceDetails.map(doorOf),
    slackPresence: rest.slackPresence ?? { channel: '', mode: 'in_place', privacy: 'name' },
    digestTime: digest?.time ?? '',
    digestChannel: digest?.slackChannel ?? '',
    digestEmails: (digest?.emails ?? []).join('\n'),
    isWhoVisible: whoSees === 'members',
  };
}

const isFilled = ({ url }: Webhook): boolean => url.trim() !== '';

/** The place of a webhook in what is sent, where those without an address are left out; -1 of those. */
export const placeOf = (webhooks: readonly Webhook[], index: number): number =>
  webhooks.flatMap((webhook, place) => (isFilled(webhook) ? [place] : [])).indexOf(index);

/** The settings of the form, each named: what is left out of the body is then taken away. */
export const settings = [
  'name',
  'timeZone',
  'dayRollover',
  'carryOver',
  'declaration',
  'entranceDetails',
  'slackWebhooks',
  'capacity',
  'hardStop',
  'wardens',
  'firstAiders',
  'safetyList',
  'coverMinutes',
  'openingDays',
  'holidays',
  'reminders',
  'slackPresence',
  'digest',
  'retentionDays',
  'whoSees',
] as const;

export type Setting = (typeof settings)[number];

/** The settings in which the draft differs from the site: only those are sent, so that nobody else's change is undone. */
export function changesOf(site: Site, draft: Draft): readonly Setting[] {
  const [before, after] = [toSite(draftOf(site)), toSite(draft)];
  return settings.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

/** What is sent of a draft. */
export function toSite(draft: Draft): SiteInput {
  const { id: _id, doors, isWhoVisible, slackPresence, digestTime, digestChannel, digestEmails, ...rest } = draft;
  const channel = slackPresence.channel.trim();
  const digest = { time: digestTime, slackChannel: digestChannel.trim(), emails: linesOf(digestEmails) };
  return {
    ...rest,
    declaration: { text: draft.declaration.trim() },
    entranceDetails: toDoors(doors),
    slackWebhooks: draft.slackWebhooks.filter(isFilled),
    holidays: draft.holidays.filter(({ date }) => date !== ''),
    ...(channel && { slackPresence: { ...slackPresence, channel } }),
    ...(digestTime && { digest }),
    whoSees: isWhoVisible ? 'members' : 'off',
  };
}
