import type { Handler } from '@guildhall/kernel';
import { callsASystem, nextStep, type Step } from '../../domain/next-step.ts';
import type { Ground } from '../../domain/ground.ts';
import { notAsked } from '../../domain/outcome-of-access.ts';
import { settle } from '../../domain/settle.ts';
import { unchanged, type Volunteer } from '../../domain/volunteer.ts';
import { groundOf } from '../volunteers/storing.ts';
import { type AccessDeps, accessStep } from './access-steps.ts';
import { type AccountDeps, accountStep } from './account-steps.ts';
import type { Effect } from './effect.ts';
import { unlessResumed } from './held.ts';
import type { Connections } from '../ports.ts';
import { type InvitationDeps, ownStep } from './invitation-steps.ts';
import { ClaimEnded, withinClaim } from './within-claim.ts';
import { linkIsBack } from '../../domain/outcome-of-invitation.ts';
import { isClaimed, type KeepDeps, keepNews, keepStep, withoutClaim } from './keep-effect.ts';

export type AdvanceDeps = KeepDeps &
  AccessDeps &
  AccountDeps &
  InvitationDeps &
  Readonly<{ connections: Pick<Connections, 'find'> }>;

const mostSteps = 500;
const nothing: Effect = { apply: unchanged };

/**
 * Does for a volunteer what is due, one step after the other, each stored before the next one begins: whoever is cut
 * short goes on where it was. One process works on a volunteer at a time.
 */
export function advanceVolunteerHandler(deps: AdvanceDeps): Handler<string> {
  const perform = performing(deps);
  const keep = keepStep(deps);
  return async (id) => {
    const loaded = await deps.volunteers.find(id);
    if (!loaded || isClaimed(loaded, deps.clock.now())) return;
    let current = await unlessResumed(withoutClaim(loaded), deps.connections);
    let isKept = false;
    for (let count = 0; count < mostSteps; count += 1) {
      const ground = await groundOf(deps);
      const settled = settle(current, ground).next;
      const step = nextStep(settled, ground);
      if (!step) break;
      // What is kept before a call to a system claims the volunteer for it.
      const isReady = !callsASystem(step) || current.claimedUntil !== undefined;
      const effect = isReady ? await perform(step, settled, ground).catch(claimAnewFor(step, current)) : nothing;
      const kept = await keep(current, effect);
      if (!kept) return;
      current = step.type === 'invite' ? await askedAgain(deps, kept) : kept;
      isKept = true;
    }
    // Somebody woke it for nothing: what the rules want now is kept, and when something is due.
    if (!isKept) await keep(current, nothing);
  };
}

/** A link that came while it was written down that there is none was told to nobody who waits. */
async function askedAgain(deps: AdvanceDeps, volunteer: Volunteer): Promise<Volunteer> {
  const isWaiting = volunteer.onboarding.phase === 'waiting-for-link';
  if (!isWaiting || !(await deps.reservePlace(volunteer.id))) return volunteer;
  return keepNews(deps)(volunteer, { apply: linkIsBack });
}

const claimAnewFor =
  (step: Step, claimed: Volunteer) =>
  (error: unknown): Effect => {
    if (!(error instanceof ClaimEnded)) throw error;
    if (step.type !== 'grant') return nothing;
    return { apply: (current) => ({ next: notAsked(current, step.membership.channelId, claimed), facts: [] }) };
  };

function performing(deps: AdvanceDeps): (step: Step, volunteer: Volunteer, ground: Ground) => Promise<Effect> {
  const own = ownStep(deps);
  return async (step, volunteer, ground) => {
    const call = withinClaim(deps.call, deps.clock, volunteer);
    switch (step.type) {
      case 'grant':
      case 'revoke':
        return accessStep({ ...deps, call })(step.type, step.membership, volunteer, ground);
      case 'look-up':
      case 'look-around':
      case 'close-account':
      case 'check-account':
        return accountStep({ ...deps, call })(step.type, volunteer);
      default:
        return own(step.type, volunteer);
    }
  };
}
