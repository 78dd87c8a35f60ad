import type { Handler } from '@guildhall/kernel';
import { callsASystem, nextStep, type Step } from '../../domain/next-step.ts';
import type { Ground } from '../../domain/ground.ts';
import { settle } from '../../domain/settle.ts';
import { unchanged, type Volunteer } from '../../domain/volunteer.ts';
import { groundOf } from '../volunteers/storing.ts';
import { type AccessDeps, accessStep } from './access-steps.ts';
import { type AccountDeps, accountStep } from './account-steps.ts';
import type { Effect } from './effect.ts';
import { type InvitationDeps, ownStep } from './invitation-steps.ts';
import { type KeepDeps, keepStep, withoutClaim } from './keep-effect.ts';

export type AdvanceDeps = KeepDeps & AccessDeps & AccountDeps & InvitationDeps;

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
    let current = withoutClaim(loaded);
    let isKept = false;
    for (let count = 0; count < mostSteps; count += 1) {
      const ground = await groundOf(deps);
      const settled = settle(current, ground).next;
      const step = nextStep(settled, ground);
      if (!step) break;
      // What is kept before a call to a system claims the volunteer for it.
      const isReady = !callsASystem(step) || current.claimedUntil !== undefined;
      current = await keep(current, isReady ? await perform(step, settled, ground) : nothing);
      isKept = true;
    }
    // Somebody woke it for nothing: what the rules want now is kept, and when something is due.
    if (!isKept) await keep(current, nothing);
  };
}

const isClaimed = ({ claimedUntil }: Volunteer, now: Date): boolean => claimedUntil !== undefined && claimedUntil > now;

function performing(deps: AdvanceDeps): (step: Step, volunteer: Volunteer, ground: Ground) => Promise<Effect> {
  const access = accessStep(deps);
  const account = accountStep(deps);
  const own = ownStep(deps);
  return (step, volunteer, ground) => {
    switch (step.type) {
      case 'grant':
      case 'revoke':
        return access(step.type, step.membership, volunteer, ground);
      case 'look-up':
      case 'close-account':
      case 'check-account':
        return account(step.type, volunteer);
      default:
        return own(step.type, volunteer);
    }
  };
}
