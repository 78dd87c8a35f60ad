import type { HeldFor, Order } from '../message.ts';
import { isCritical } from './critical.ts';
import { windowEnd } from './digest-window.ts';
import type { Wishes } from './preferences.ts';
import { quietUntil } from './quiet-hours.ts';
import { refusalOf, type Suppression } from './suppression.ts';
import type { Admission } from './throttle.ts';

/** What is to happen with a message now. */
export type Ruling =
  | Readonly<{ kind: 'send' }>
  /** `gather`: those with the same words go out together, as one message. */
  | Readonly<{ kind: 'hold'; until: Date; why: HeldFor; gather?: string }>
  | Readonly<{ kind: 'drop'; reason: string }>;

/** What the rules look at. */
export type Circumstances = Readonly<{
  /** Of the address. */
  suppression?: Pick<Suppression, 'isActive' | 'reason' | 'code'> | undefined;
  /** Of the person or the address; absent for a place that nobody owns, such as a channel of Slack. */
  wishes?: Wishes | undefined;
  admission?: Admission | undefined;
  /** It waited in a digest already, or a try was made. */
  isGathered: boolean;
}>;

const SEND: Ruling = { kind: 'send' };
const SWITCHED_OFF = 'Not sent: messages of this kind are switched off there.';
const TOO_MANY = 'Not sent: there were too many messages of this kind.';

/** One message, one ruling. The order of the rules is what makes them one whole: see the README. */
export function ruleOn(order: Order, circumstances: Circumstances, at: Date): Ruling {
  const { suppression, wishes, admission } = circumstances;
  if (suppression?.isActive) return { kind: 'drop', reason: refusalOf(suppression) };
  if (order.notBefore && order.notBefore > at) return { kind: 'hold', until: order.notBefore, why: 'schedule' };
  if (isCritical(order)) return SEND;
  if (wishes && !wishes.wants(order.category, order.channel)) return { kind: 'drop', reason: SWITCHED_OFF };
  return throttled(order, admission) ?? (wishes && timed(order, wishes, circumstances, at)) ?? SEND;
}

function throttled({ throttle, category }: Order, admission: Admission | undefined): Ruling | undefined {
  if (!throttle || !admission || admission.kind === 'now') return undefined;
  if (admission.kind === 'drop') return { kind: 'drop', reason: TOO_MANY };
  const { until } = admission;
  if (admission.kind === 'hold') return { kind: 'hold', until, why: 'throttle' };
  return { kind: 'hold', until, why: 'throttle', gather: `throttle ${category} ${throttle.key}` };
}

/** Nobody is woken by an inbox that waits to be opened: what goes there goes at once. */
function timed(order: Order, wishes: Wishes, { isGathered }: Circumstances, at: Date): Ruling | undefined {
  if (order.channel === 'inbox') return undefined;
  const { timeZone } = wishes;
  // A line cannot carry what hangs on a mail.
  const window = isGathered || order.hasAttachments ? undefined : wishes.digestOf(order.category);
  const end = window && windowEnd(window, timeZone, at);
  // What would be out of date by then goes by itself.
  if (end && (!order.expiresAt || order.expiresAt > end)) {
    return { kind: 'hold', until: end, why: 'digest', gather: `${order.category} ${order.group ?? ''}` };
  }
  const until = quietUntil(wishes.quietHours, timeZone, at);
  return until && { kind: 'hold', until, why: 'quiet_hours' };
}
