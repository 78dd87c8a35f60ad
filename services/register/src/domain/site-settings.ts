import type { Entrance } from './entrance.ts';
import { type Holiday, type Weekday, workdays } from './opening.ts';
import type { ReminderSchedule } from './schedule.ts';
import type { Digest, SlackPresence } from './site-messages.ts';
import type { SlackWebhook } from './webhook.ts';

export type SiteSettings = Readonly<{
  name: string;
  timeZone: string;
  /** When the day ends, "00:00". */
  dayRollover: string;
  /** Visits outlive the rollover, for up to 16 hours after sign-in. */
  carryOver: boolean;
  declarationText: string;
  slackWebhooks: readonly SlackWebhook[];
  entrances: readonly Entrance[];
  /** How many people may be inside; 0 is without limit. */
  capacity: number;
  /** Sign-in is refused while the site is full. */
  hardStop: boolean;
  /** People, by their ids. */
  wardens: readonly string[];
  firstAiders: readonly string[];
  /** Told of gaps and crowds; wardens and first aiders when empty. */
  safetyList: readonly string[];
  /** After how many minutes without a warden or first aider they are told; 0 is never. */
  coverMinutes: number;
  /** Every day when empty. */
  openingDays: readonly Weekday[];
  holidays: readonly Holiday[];
  reminders: readonly ReminderSchedule[];
  slackPresence?: SlackPresence | undefined;
  digest?: Digest | undefined;
  /** How long visits are kept. */
  retentionDays: number;
  /** Who sees who is inside, besides those who may read the report. */
  whoSees: 'off' | 'members';
}>;

export const newSiteSettings: SiteSettings = {
  name: '',
  timeZone: '',
  dayRollover: '00:00',
  carryOver: false,
  declarationText: '',
  slackWebhooks: [],
  entrances: [],
  capacity: 0,
  hardStop: false,
  wardens: [],
  firstAiders: [],
  safetyList: [],
  coverMinutes: 15,
  openingDays: [],
  holidays: [],
  reminders: [
    { template: 'reminder', time: '11:00', days: workdays, secondTime: '' },
    { template: 'reminder_pm', time: '17:00', days: workdays, secondTime: '' },
  ],
  retentionDays: 30,
  whoSees: 'off',
};
