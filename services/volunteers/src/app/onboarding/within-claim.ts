import type { Clock } from '@guildhall/kernel';
import type { Volunteer } from '../../domain/volunteer.ts';
import type { CallSystem } from '../systems/calling.ts';

/** Longer than any call, with the search for its channel, takes. */
const callMs = 30_000;

/** The turn came when the claim was about to end: somebody else may have begun to work on the volunteer. */
export class ClaimEnded extends Error {
  override readonly name = 'ClaimEnded';
}

/** Calls a system when its turn has come, unless the claim on the volunteer would not outlast the call. */
export const withinClaim =
  (call: CallSystem, clock: Clock, { claimedUntil }: Volunteer): CallSystem =>
  (system, todo) =>
    call(system, () => {
      const leftMs = (claimedUntil?.getTime() ?? 0) - clock.now().getTime();
      return leftMs < callMs ? Promise.reject(new ClaimEnded()) : todo();
    });
