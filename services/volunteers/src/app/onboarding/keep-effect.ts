import { AppError, isStale } from '@guildhall/kernel';
import { type Ground } from '../../domain/ground.ts';
import { callsASystem, nextStep } from '../../domain/next-step.ts';
import { aboutToGrant } from '../../domain/outcome-of-access.ts';
import { blocked } from '../../domain/outcome-of-lookup.ts';
import { settle } from '../../domain/settle.ts';
import type { Outcome, Volunteer } from '../../domain/volunteer.ts';
import { groundOf, store, type Storing } from '../volunteers/storing.ts';
import type { Effect } from './effect.ts';

export type KeepDeps = Omit<Storing, 'nudge'>;

const claimMs = 60_000;
const mostTries = 10;
const quiet = (): void => undefined;

export function withoutClaim({ claimedUntil: _claim, ...volunteer }: Volunteer): Volunteer {
  return volunteer;
}

/**
 * Stores what came of a step, on whatever the volunteer has become meanwhile, with a claim where a system is called
 * next. Answers the volunteer as stored.
 */
export const keepEffect =
  (deps: KeepDeps) =>
  async (volunteer: Volunteer, effect: Effect): Promise<Volunteer> => {
    let current = volunteer;
    let { apply } = effect;
    for (let left = mostTries; ; left -= 1) {
      const ground = await groundOf(deps);
      try {
        const outcome = prepared(apply(current, ground), ground);
        const said = (stored: Volunteer) => effect.said?.(stored, ground) ?? [];
        return await store({ ...deps, nudge: quiet }, current, outcome, ground, said);
      } catch (error) {
        if (left <= 1) throw error;
        if (isTaken(error)) apply = (other, on) => blocked(other, 'slack_user_taken', on);
        else if (!isStale(error)) throw error;
        const again = await deps.volunteers.find(current.id);
        if (!again) throw error;
        current = again;
      }
    }
  };

/** Settled, claimed for the call that comes next, and marked with the access that is about to be given. */
function prepared(outcome: Outcome, ground: Ground): Outcome {
  const { next: settled, facts } = settle(withoutClaim(outcome.next), ground);
  const upcoming = nextStep(settled, ground);
  if (!upcoming || !callsASystem(upcoming)) return { next: settled, facts: [...outcome.facts, ...facts] };
  const marked = upcoming.type === 'grant' ? aboutToGrant(settled, upcoming.membership.channelId) : settled;
  const claimedUntil = new Date(ground.now.getTime() + claimMs);
  return { next: { ...marked, claimedUntil }, facts: [...outcome.facts, ...facts] };
}

const isTaken = (error: unknown): boolean => error instanceof AppError && error.code === 'volunteers.slack_user_taken';
