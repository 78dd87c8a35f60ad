import type { Decision } from '@guildhall/kernel';
import { act, type Act, type Actor } from '../act.ts';
import type { Channel } from '../message.ts';

export type SuppressionReason = 'hard_bounce' | 'stop' | 'unregistered' | 'manual';

/** An address to which nothing is sent any more, or that is being watched. */
export type Suppression = Readonly<{
  id: string;
  version: number;
  channel: Channel;
  to: string;
  isActive: boolean;
  reason: SuppressionReason;
  /** The provider's own short code. */
  code?: string;
  since: Date;
  /** When it could not be reached of late. */
  strikes: readonly Date[];
  /** When its owner last said STOP or START. */
  wordAt?: Date;
  liftedAt?: Date;
  liftedBy?: string;
}>;

export type SuppressionFact = Readonly<{ type: 'suppression-changed'; suppression: Suppression; at: Date }>;
export type Suppressing = Decision<Suppression, SuppressionFact | Act>;

/** Where a suppression stands, known or new. */
export type Place = Readonly<{ id: string; channel: Channel; to: string; known: Suppression | undefined }>;

type Meaning = Readonly<{ reason: SuppressionReason; isFinal: boolean }>;

const GONE: Meaning = { reason: 'hard_bounce', isFinal: true };
// A phone may be switched off for a day: that is not the end of its number.
const AWAY: Meaning = { reason: 'hard_bounce', isFinal: false };

const MEANINGS: Readonly<Partial<Record<Channel, readonly (readonly [RegExp, Meaning])[]>>> = {
  // Enhanced status codes (RFC 3463) of addresses that are none or no longer; reply codes where there is no better one.
  email: [[/^(5\.1\.(1|2|3|6|10)|5\.2\.1|550|551|553)$/, GONE]],
  sms: [
    [/^21610$/, { reason: 'stop', isFinal: true }],
    [/^(21211|21614|30005|30006)$/, GONE],
    [/^(30003|30004)$/, AWAY],
  ],
  push: [[/^UNREGISTERED$/, { reason: 'unregistered', isFinal: true }]],
};

/** What a provider's code says about the address itself; undefined when it says nothing. */
export const meaningOf = (channel: Channel, code: string): Meaning | undefined =>
  MEANINGS[channel]?.find(([pattern]) => pattern.test(code))?.[1];

const STRIKES = 3;
const WATCHED_MS = 7 * 24 * 3_600_000;

/** A provider refused the address. One that may only be away is suppressed at the third time within a week. */
export function bounced(place: Place, code: string, at: Date): Suppressing | undefined {
  const meaning = meaningOf(place.channel, code);
  if (!meaning || place.known?.isActive) return undefined;
  const recent = (place.known?.strikes ?? []).filter((strike) => at.getTime() - strike.getTime() < WATCHED_MS);
  const strikes = [...recent, at];
  const isActive = meaning.isFinal || strikes.length >= STRIKES;
  return changed(place, { reason: meaning.reason, code, isActive, since: at, strikes: isActive ? [] : strikes }, at);
}

/** The owner of a number wrote STOP or START; the later word counts, whichever is heard first. */
export function worded(place: Place, word: 'stop' | 'start', at: Date): Suppressing | undefined {
  const { known } = place;
  if (known?.wordAt && known.wordAt >= at) return undefined;
  // What somebody else stopped no text of the owner starts again.
  if (known?.isActive && known.reason === 'manual') return undefined;
  if (word === 'stop') {
    return changed(place, { reason: 'stop', code: 'STOP', isActive: true, since: at, strikes: [], wordAt: at }, at);
  }
  // What bounced still bounces, whatever anybody writes.
  if (known && known.reason !== 'stop') return undefined;
  return changed(place, { reason: 'stop', isActive: false, since: at, strikes: [], wordAt: at, liftedAt: at }, at);
}

/** Somebody who may has nothing sent there any more. */
export function stopped(place: Place, by: Actor, at: Date): Suppressing {
  const decided = changed(place, { reason: 'manual', isActive: true, since: at, strikes: [] }, at);
  return recorded(decided, act(decided.next, 'notifications.suppressed', { by, at }));
}

/** An administrator lets messages go there again; undefined when they do already. */
export function lifted(known: Suppression, by: Actor, at: Date): Suppressing | undefined {
  if (!known.isActive) return undefined;
  const { reason, code, since, wordAt } = known;
  const kept = { reason, since, ...(code && { code }), ...(wordAt && { wordAt }) };
  const change = { ...kept, isActive: false, strikes: [], liftedAt: at, liftedBy: by.personId };
  const decided = changed({ ...known, known }, change, at);
  return recorded(decided, act(decided.next, 'notifications.suppression_lifted', { by, at }));
}

const recorded = ({ next, facts }: Suppressing, done: Act): Suppressing => ({ next, facts: [...facts, done] });

const WORDS: Readonly<Record<SuppressionReason, string>> = {
  hard_bounce: 'Not sent: this address was refused for good before',
  stop: 'Not sent: the owner of this number asked not to be texted',
  unregistered: 'Not sent: the application is no longer on this device',
  manual: 'Not sent: messages to this address were stopped',
};

/** Why a message is not sent there, in words without personal data. */
export const refusalOf = ({ reason, code }: Pick<Suppression, 'reason' | 'code'>): string =>
  `${WORDS[reason]}${code ? ` (${code})` : ''}.`;

type Change = Omit<Suppression, 'id' | 'version' | 'channel' | 'to'>;

function changed({ id, channel, to, known }: Place, change: Change, at: Date): Suppressing {
  const next: Suppression = { id, version: (known?.version ?? 0) + 1, channel, to, ...change };
  return { next, facts: [{ type: 'suppression-changed', suppression: next, at }] };
}
