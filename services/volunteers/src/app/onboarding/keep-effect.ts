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
export const keepNews = (deps: KeepDeps) => {
  const keep = keeper(deps, ({ next }) => next);
  return async (volunteer: Volunteer, effect: Effect): Promise<Volunteer> => (await keep(volunteer, effect)).stored;
};

/**
 * The same for whoever works on the volunteer: with a claim where a system is called next. Nothing where somebody else
 * has claimed it meanwhile: what happened is stored, and the rest is theirs.
 */
export const keepStep = (deps: KeepDeps) => {
  const keep = keeper(deps, claimed);
  return async (volunteer: Volunteer, effect: Effect): Promise<Volunteer | undefined> => {
    const { stored, isTheirs } = await keep(volunteer, effect);
    return isTheirs ? undefined : stored;
  };
};

/** Somebody works on the volunteer now whose claim is not this one. */
export const isClaimed = ({ claimedUntil }: Volunteer, now: Date, mine?: Date): boolean =>
  claimedUntil !== undefined && claimedUntil > now && claimedUntil.getTime() !== mine?.getTime();

type Settled = Readonly<{ next: Volunteer }>;
type Prepare = (settled: Settled, ground: Ground) => Volunteer;
type Kept = Readonly<{ stored: Volunteer; isTheirs: boolean }>;

const keeper =
  (deps: KeepDeps, prepare: Prepare) =>
  async (volunteer: Volunteer, effect: Effect): Promise<Kept> => {
    let current = volunteer;
    let { apply } = effect;
    for (let left = mostTries; ; left -= 1) {
      const ground = await groundOf(deps);
      const isTheirs = isClaimed(current, ground.now, volunteer.claimedUntil);
      const applied = apply(current, ground);
      const isNew = applied.next !== current;
      if (isTheirs && !isNew) return { stored: current, isTheirs };
      const outcome = prepared(applied, ground, isTheirs ? ({ next }) => next : prepare);
      const said = (stored: Volunteer) => (isNew ? (effect.said?.(stored, ground) ?? []) : []);
      try {
        return { stored: await store({ ...deps, nudge: quiet }, current, outcome, ground, said), isTheirs };
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
function claimed({ next: settled }: Settled, ground: Ground): Volunteer {
  const free = withoutClaim(settled);
  const upcoming = nextStep(free, ground);
  if (!upcoming || !callsASystem(upcoming)) return free;
  const marked = upcoming.type === 'grant' ? aboutToGrant(free, upcoming.membership.channelId) : free;
  return { ...marked, claimedUntil: new Date(ground.now.getTime() + claimMs) };
}

const isTaken = (error: unknown): boolean => error instanceof AppError && error.code === 'volunteers.slack_user_taken';
