import { type Handler, retryStale } from '@guildhall/kernel';
import { arrived, isAround, wentAway } from '../../domain/attendance.ts';
import type { Shift } from '../../domain/shift.ts';
import type { People, Volunteers } from '../ports.ts';
import { volunteerOf } from './my-volunteer.ts';
import type { Opportunities, Presences, Shifts, Visit } from './ports.ts';

/** What the register told of a person's visit. */
export type Movement = Readonly<{
  visitId: string;
  version: number;
  personId: string;
  siteId: string;
  at: Date;
  /** `lost` is over, and nobody knows since when. */
  what: 'came' | 'left' | 'lost';
}>;

type Deps = Readonly<{
  volunteers: Pick<Volunteers, 'withEmail'>;
  people: Pick<People, 'emailsOf'>;
  opportunities: Opportunities;
  shifts: Shifts;
  presences: Presences;
}>;

/** A volunteer came to a site or left it: who has a shift there now is marked as there. Of others nothing is kept. */
export const hearRegisterHandler =
  (deps: Deps): Handler<Movement> =>
  async (movement) => {
    const volunteer = await volunteerOf(deps, movement.personId);
    if (!volunteer) return;
    await deps.presences.put(visitOf(movement, volunteer.id));
    if (movement.what === 'lost') return;
    for (const shift of await shiftsHere(deps, volunteer.id, movement))
      await mark(deps, shift.id, volunteer.id, movement);
  };

const visitOf = ({ visitId: id, version, siteId, at: since, what }: Movement, volunteerId: string): Visit => ({
  id,
  version,
  volunteerId,
  siteId,
  since,
  isOpen: what === 'came',
});

const day = 86_400_000;

async function shiftsHere({ shifts, opportunities }: Deps, volunteerId: string, { siteId, at, what }: Movement) {
  const recent = await shifts.ofVolunteer(volunteerId, new Date(at.getTime() + day));
  const near = recent.filter((shift) =>
    what === 'came' ? isAround(shift, at) : Math.abs(shift.startsAt.getTime() - at.getTime()) <= 2 * day,
  );
  const there = await Promise.all(near.map(async (shift) => (await opportunities.find(shift.opportunityId))?.siteId));
  return near.filter((_, index) => there[index] === siteId);
}

const mark = ({ shifts }: Deps, shiftId: string, volunteerId: string, { at, what }: Movement): Promise<void> =>
  retryStale(async () => {
    const shift = await shifts.find(shiftId);
    if (!shift) return;
    const next: Shift = what === 'came' ? arrived(shift, volunteerId, at) : wentAway(shift, volunteerId, at);
    if (next !== shift) await shifts.save(next, []);
  });
