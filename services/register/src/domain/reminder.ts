import { Temporal } from 'temporal-polyfill';
import type { Errand } from './errand.ts';
import type { Occurrence, ReminderTemplate } from './schedule.ts';
import type { Site } from './site.ts';
import { isInside, type Visit } from './visit.ts';

/** One round of reminders: there is one for each site, day, template and call, however many processes there are. */
export type ReminderRun = Readonly<{
  id: string;
  version: number;
  siteId: string;
  date: string;
  template: ReminderTemplate;
  at: Date;
  /** It came too late, and nobody was asked. */
  missed: boolean;
  /** Somebody may still have to be asked. */
  asking: boolean;
  asked: number;
  skipped: number;
}>;

export type SendState = 'asked' | 'sent' | 'failed' | 'skipped_closed' | 'skipped_snoozed' | 'skipped_unwanted';

/** What became of one person in a run. */
export type ReminderSend = Readonly<{
  id: string;
  version: number;
  runId: string;
  siteId: string;
  personId: string;
  displayName: string;
  visitId: string;
  signedInAt: Date;
  state: SendState;
  /** Why it failed. */
  reason?: string;
  at: Date;
}>;

export type RunFact = Readonly<{ type: 'reminder-run-completed'; run: ReminderRun; at: Date }>;

/** Later than this a reminder only annoys. */
export const worthForMs = 3_600_000;

export const runIdOf = (siteId: string, { date, template, call }: Omit<Occurrence, 'at'>): string =>
  `${siteId}_${date}_${template}${call === 2 ? '_second' : ''}`;

export function startRun(siteId: string, occurrence: Occurrence, now: Date): ReminderRun {
  const { date, template, at } = occurrence;
  const missed = now.getTime() - at.getTime() > worthForMs;
  const id = runIdOf(siteId, occurrence);
  return { id, version: 1, siteId, date, template, at, missed, asking: !missed, asked: 0, skipped: 0 };
}

/** Everybody was asked or passed over. */
export function completeRun(run: ReminderRun, sends: readonly ReminderSend[], at: Date) {
  const skipped = sends.filter(({ state }) => state.startsWith('skipped')).length;
  const counts = { asked: sends.length - skipped, skipped };
  const next: ReminderRun = { ...run, ...counts, version: run.version + 1, asking: false, missed: false };
  const fact: RunFact = { type: 'reminder-run-completed', run: next, at };
  return { next, facts: [fact] };
}

/** What is known of the person besides the visit. */
export type Wishes = Readonly<{ reminders: boolean; isSnoozed: boolean }>;

/** `latest` is the visit as it is right before the message would be asked for. */
export function sendTo(
  run: ReminderRun,
  visit: Visit,
  latest: Visit | undefined,
  wishes: Wishes,
  now: Date,
): ReminderSend {
  const { id: visitId, personId, displayName, siteId } = visit;
  return {
    id: `${run.id}_${personId}`,
    version: 1,
    runId: run.id,
    siteId,
    personId,
    displayName,
    visitId,
    signedInAt: visit.in.at,
    state: stateOf(latest, wishes, now),
    at: now,
  };
}

function stateOf(latest: Visit | undefined, { reminders, isSnoozed }: Wishes, now: Date): SendState {
  if (!latest || !isInside(latest, now)) return 'skipped_closed';
  if (!reminders) return 'skipped_unwanted';
  return isSnoozed ? 'skipped_snoozed' : 'asked';
}

/** What the provider said of it. */
export const settleSend = (send: ReminderSend, state: 'sent' | 'failed', reason: string): ReminderSend => ({
  ...send,
  version: send.version + 1,
  state,
  ...(reason && { reason }),
});

type Words = Readonly<{ firstName: string; siteUrl: string; signOutUrl: string }>;

/** The message that reminds somebody to sign out. */
export function reminderErrand(run: ReminderRun, send: ReminderSend, site: Site, until: Date, words: Words): Errand {
  const expires = Math.min(send.at.getTime() + worthForMs, until.getTime());
  return {
    type: 'errand',
    key: `reminder:${send.id}`,
    to: { personId: send.personId },
    category: 'reminder',
    template: run.template,
    variables: { ...words, siteName: site.name, signedInAt: timeAt(site.timeZone, send.signedInAt) },
    at: send.at,
    expiresAt: new Date(expires),
    reference: `reminder:${send.id}`,
  };
}

/** The time of day there, "09:05". */
export const timeAt = (timeZone: string, at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
