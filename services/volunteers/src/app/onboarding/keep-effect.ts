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

/** Stores what happened to a volunteer, on whatever it has become meanwhile. Answers the volunteer as stored. */
export const keepNews = (deps: KeepDeps) => keeper(deps, ({ next }) => next);

/** The same for whoever works on the volunteer: with a claim where a system is called next. */
export const keepStep = (deps: KeepDeps) => keeper(deps, claimed);

type Prepare = (settled: Readonly<{ next: Volunteer }>, ground: Ground) => Volunteer;

const keeper =
  (deps: KeepDeps, prepare: Prepare) =>
  async (volunteer: Volunteer, effect: Effect): Promise<Volunteer> => {
    let current = volunteer;
    let { apply } = effect;
    for (let left = mostTries; ; left -= 1) {
      const ground = await groundOf(deps);
      try {
        const outcome = prepared(apply(current, ground), ground, prepare);
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

function prepared(outcome: Outcome, ground: Ground, prepare: Prepare): Outcome {
  const settled = settle(outcome.next, ground);
  return { next: prepare(settled, ground), facts: [...outcome.facts, ...settled.facts] };
}

/** Claimed for the call that comes next, and marked with the access that is about to be given. */
function claimed({ next: settled }: Readonly<{ next: Volunteer }>, ground: Ground): Volunteer {
  const free = withoutClaim(settled);
  const upcoming = nextStep(free, ground);
  if (!upcoming || !callsASystem(upcoming)) return free;
  const marked = upcoming.type === 'grant' ? aboutToGrant(free, upcoming.membership.channelId) : free;
  return { ...marked, claimedUntil: new Date(ground.now.getTime() + claimMs) };
}

const isTaken = (error: unknown): boolean => error instanceof AppError && error.code === 'volunteers.slack_user_taken';
