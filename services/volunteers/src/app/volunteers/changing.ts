import { retryStale } from '@guildhall/kernel';
import type { Ground } from '../../domain/ground.ts';
import { refusals } from '../../domain/refusals.ts';
import type { Outcome, Volunteer } from '../../domain/volunteer.ts';
import type { Caller, Said, Scopes } from '../ports.ts';
import { type Act, auditedAct } from './acts.ts';
import { assertSees, type Authority, authorityOf } from './authority.ts';
import { groundOf, store, type Storing } from './storing.ts';

export type ChangingDeps = Storing & Readonly<{ scopes: Scopes }>;

type Change = Readonly<{ outcome: Outcome; acts: readonly Act[]; said?: (volunteer: Volunteer) => readonly Said[] }>;

type Asked = Readonly<{ volunteerId: string; caller: Caller }>;

/** Reads a volunteer whom the caller may see, decides, and stores; once more when somebody was faster. */
export const changeVolunteer = (
  deps: ChangingDeps,
  { volunteerId, caller }: Asked,
  decide: (volunteer: Volunteer, ground: Ground, authority: Authority) => Change | Promise<Change>,
): Promise<Volunteer> =>
  retryStale(async () => {
    const volunteer = await deps.volunteers.named(volunteerId);
    // After the volunteer: rules that change later make the volunteer a version newer.
    const [ground, authority] = [await groundOf(deps), await authorityOf(deps.scopes, caller)];
    if (!volunteer) throw refusals.volunteerNotFound();
    assertSees(authority, volunteer, ground.book);
    const { outcome, acts, said } = await decide(volunteer, ground, authority);
    if (outcome.next === volunteer) return volunteer;
    const at = ground.now;
    const next = { ...outcome.next, updatedAt: at, updatedBy: caller.principal.personId };
    return store(deps, volunteer, { ...outcome, next }, ground, (stored) => [
      ...acts.map((act) => auditedAct(stored, at, caller, act)),
      ...(said?.(stored) ?? []),
    ]);
  });
