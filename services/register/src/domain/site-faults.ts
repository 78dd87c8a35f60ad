import type { FieldError } from '@guildhall/kernel';
import { isReminderTemplate } from './schedule.ts';
import type { SiteSettings } from './site-settings.ts';
import { isCalendarDate, isTimeZone } from './site-day.ts';
import { webhookFault, type WebhookPolicy } from './webhook.ts';

type Check = (isFine: boolean, pointer: string, detail: string) => void;

/** Why these settings cannot be stored, each field with the fix. */
export function siteFaults(settings: SiteSettings, policy: WebhookPolicy): FieldError[] {
  const faults: FieldError[] = [];
  const check: Check = (isFine, pointer, detail) => {
    if (!isFine) faults.push({ pointer, detail });
  };
  checkBasics(settings, check);
  checkEntrances(settings, check);
  checkWebhooks(settings, policy, check);
  checkSafety(settings, check);
  checkCalendar(settings, check);
  checkMessages(settings, check);
  return faults;
}

const timeDetail = 'must be a time of day, such as 17:00';
const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
const isChannel = (text: string): boolean => /^(#[\p{L}\p{N}._-]{1,79}|[CG][A-Z0-9]{6,20})$/u.test(text);
const isEach = (list: readonly unknown[]): boolean => new Set(list).size === list.length;

// Control characters and direction overrides make one name look like another.
const isLabel = (text: string, limit: number): boolean =>
  text.trim() === text && text.length >= 1 && text.length <= limit && !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text);

function checkBasics(
  { name, timeZone, dayRollover, declarationText, retentionDays }: SiteSettings,
  check: Check,
): void {
  check(isLabel(name, 100), '/name', 'must be 1 to 100 characters on one line');
  check(isTimeZone(timeZone), '/timeZone', 'is not a time zone, such as Europe/London');
  check(isTime(dayRollover), '/dayRollover', 'must be a time of day, such as 00:00');
  check(declarationText.length <= 2000, '/declaration/text', 'is longer than 2000 characters');
  check(retentionDays >= 1 && retentionDays <= 730, '/retentionDays', 'must be 1 to 730 days');
}

function checkEntrances({ entrances }: SiteSettings, check: Check): void {
  const isFew = isEach(entrances.map(({ name }) => name)) && entrances.length <= 50;
  check(isFew, '/entrances', 'must be 50 at most, each once');
  check(isEach(entrances.map(({ id }) => id)), '/entranceDetails', 'must have an id of its own each');
  entrances.forEach(({ id, name }, i) => {
    check(isLabel(name, 60), `/entrances/${i}`, 'must be 1 to 60 characters');
    const isId = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 40;
    check(isId, `/entranceDetails/${i}/id`, 'must be lower-case letters, digits and single hyphens');
  });
}

function checkWebhooks({ slackWebhooks }: SiteSettings, policy: WebhookPolicy, check: Check): void {
  check(slackWebhooks.length <= 20, '/slackWebhooks', 'must be 20 at most');
  slackWebhooks.forEach(({ url }, i) => {
    const fault = webhookFault(url, policy);
    check(fault === undefined, `/slackWebhooks/${i}/url`, fault ?? '');
  });
}

function checkSafety({ capacity, hardStop, coverMinutes, ...lists }: SiteSettings, check: Check): void {
  check(capacity >= 0 && capacity <= 100_000, '/capacity', 'must be 0 to 100000');
  check(!hardStop || capacity > 0, '/hardStop', 'needs a capacity');
  check(coverMinutes >= 0 && coverMinutes <= 1_440, '/coverMinutes', 'must be 0 to 1440');
  for (const name of ['wardens', 'firstAiders', 'safetyList'] as const) {
    check(isEach(lists[name]) && lists[name].length <= 100, `/${name}`, 'must be 100 at most, each once');
  }
}

function checkCalendar({ holidays, reminders }: SiteSettings, check: Check): void {
  check(isEach(holidays.map(({ date }) => date)), '/holidays', 'must name each day once');
  holidays.forEach(({ date }, i) =>
    check(isCalendarDate(date), `/holidays/${i}/date`, 'must be a date, such as 2026-12-25'),
  );
  check(isEach(reminders.map(({ template }) => template)), '/reminders', 'must have each template once');
  const times = reminders.flatMap(({ time, secondTime }) => (secondTime ? [time, secondTime] : [time]));
  check(isEach(times), '/reminders', 'must have each time once');
  reminders.forEach(({ template, time, secondTime }, i) => {
    check(isReminderTemplate(template), `/reminders/${i}/template`, 'must be reminder or reminder_pm');
    check(isTime(time), `/reminders/${i}/time`, timeDetail);
    const isLater = isTime(secondTime) && secondTime > time;
    check(secondTime === '' || isLater, `/reminders/${i}/secondTime`, 'must be a later time of day, such as 18:30');
  });
}

function checkMessages({ slackPresence, digest }: SiteSettings, check: Check): void {
  const channelDetail = 'must be a channel, such as #building';
  check(!slackPresence || isChannel(slackPresence.channel), '/slackPresence/channel', channelDetail);
  if (!digest) return;
  check(isTime(digest.time), '/digest/time', timeDetail);
  check(digest.slackChannel === '' || isChannel(digest.slackChannel), '/digest/slackChannel', channelDetail);
  check(digest.slackChannel !== '' || digest.emails.length > 0, '/digest', 'needs a channel or an e-mail address');
  digest.emails.forEach((email, i) =>
    check(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email), `/digest/emails/${i}`, 'must be an e-mail address'),
  );
}
