import type { System } from '../../domain/book.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import type { Connections } from '../ports.ts';
import type { SystemError } from '../systems/system-error.ts';
import type { Effect } from './effect.ts';

const stoppedMs = 60_000;
const shortestMs = 1_000;
const afterFailureMs = 15_000;

/** The volunteer stays as it is, and waits until the system may be called again. */
export function held({ fault, retryAfterSeconds }: SystemError, system: System): Effect {
  const asked = retryAfterSeconds === undefined ? undefined : Math.max(shortestMs, retryAfterSeconds * 1_000);
  const isStopped = fault === 'connection' || fault === 'stopped';
  const waitMs = isStopped ? stoppedMs : (asked ?? afterFailureMs);
  return {
    apply: ({ heldBy: _by, ...volunteer }, { now }) => ({
      next: { ...volunteer, heldUntil: new Date(now.getTime() + waitMs), ...(isStopped && { heldBy: system }) },
      facts: [],
    }),
  };
}

/** Waits no more, where the connection that it waited for counts again. */
export async function unlessResumed(volunteer: Volunteer, connections: Pick<Connections, 'find'>): Promise<Volunteer> {
  const { heldBy, heldUntil: _until, ...rest } = volunteer;
  if (heldBy === undefined || (await connections.find(heldBy)).state === 'stopped') return volunteer;
  return rest;
}
