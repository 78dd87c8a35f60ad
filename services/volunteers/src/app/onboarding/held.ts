import type { SystemError } from '../systems/system-error.ts';
import type { Effect } from './effect.ts';

const stoppedMs = 60_000;
const shortestMs = 1_000;
const afterFailureMs = 15_000;

/** The volunteer stays as it is, and waits until the system may be called again. */
export function held({ fault, retryAfterSeconds }: SystemError): Effect {
  const asked = retryAfterSeconds === undefined ? undefined : Math.max(shortestMs, retryAfterSeconds * 1_000);
  const isStopped = fault === 'connection' || fault === 'stopped';
  const waitMs = isStopped ? stoppedMs : (asked ?? afterFailureMs);
  return {
    apply: (volunteer, { now }) => ({
      next: { ...volunteer, heldUntil: new Date(now.getTime() + waitMs) },
      facts: [],
    }),
  };
}
