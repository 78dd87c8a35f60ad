import { ProcessSettings, secretKey } from '@guildhall/runtime';
import { z } from 'zod';
import { isCountry } from './adapters/phone/phone-numbers.ts';

const address = () => z.url({ protocol: /^https?$/, error: 'must be an address' });

const zone = z.string().refine(isZone, 'must be a time zone such as Europe/London');

function isZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Whole numbers that grow, such as `3,10`. */
const ascending = (absent: string, most: number) =>
  z
    .string()
    .default(absent)
    .transform((text) => text.split(',').map((part) => Number(part.trim())))
    .refine(
      (counts) =>
        counts.every((count, index) => Number.isInteger(count) && count > (counts[index - 1] ?? 0) && count <= most),
      'must be whole numbers that grow, separated by commas',
    );

const whole = (absent: number, least: number, most: number) =>
  z.coerce.number().int().min(least).max(most).default(absent);

/** What the volunteers service is told by its environment. */
export const Settings = ProcessSettings.extend({
  SEALING_KEY: secretKey(),
  /** The zone in which days begin. */
  ORG_TZ: zone.default('Asia/Jerusalem'),
  /** Of telephone numbers without a country code. */
  DEFAULT_REGION: z.string().default('IL').refine(isCountry, 'must be a country such as GB'),

  SLACK_BOT_TOKEN: z.string().startsWith('xox', 'must be a token that starts with xox').optional(),
  SLACK_SCIM_TOKEN: z.string().min(1).optional(),
  SLACK_API_URL: address().optional(),
  SLACK_SCIM_URL: address().optional(),
  /** How much faster than Slack's own pace it may be called; 1 for Slack. */
  SLACK_PACE: z.coerce.number().positive().max(10_000).default(1),

  /** The JSON of a service account key, for Google groups and Drive folders. */
  GOOGLE_SERVICE_ACCOUNT: z.string().min(1).optional(),
  /** In whose name the account works. */
  GOOGLE_SUBJECT: z.email().optional(),
  GOOGLE_API_URL: address().optional(),

  /** How many people may join by one invitation link, where it does not say itself. */
  INVITE_LINK_CAP: whole(2_000, 1, 100_000),
  /** At which parts of the places administrators are warned, in percent. */
  INVITE_LINK_WARN: ascending('80,95', 100),
  /** And how many days before its end. */
  INVITE_LINK_WARN_DAYS: ascending('2,7', 365),
  INVITE_REMINDER_DAYS: ascending('3,10', 365),
  INVITE_GIVE_UP_DAYS: whole(30, 1, 365),
  /** Each invitation goes there as well. */
  BCC_ADDRESS: z.email().optional(),
  CONTACT_EMAIL: z.email().optional(),
  COORDINATOR_NAME: z.string().max(100).default(''),

  /** When every channel is compared with what it should be, in ORG_TZ. */
  RECONCILE_AT: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 03:15')
    .default('03:15'),
  /** What happens to access that nobody gave. */
  DRIFT_EXTRA: z.enum(['report', 'remove']).default('report'),
  /** Of all people, how many percent may lose something at once without somebody saying so. */
  SAFE_STOP_PERCENT: whole(20, 1, 100),
  LEFT_RETENTION_DAYS: whole(365, 1, 36_500),
  /** After how many months everybody's roles are reviewed, counted from January; 0 for never. */
  REVIEW_EVERY_MONTHS: whole(3, 0, 12),
});

export type Settings = z.infer<typeof Settings>;
