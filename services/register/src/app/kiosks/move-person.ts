import type { Clock, Handler } from '@guildhall/kernel';
import type { Site } from '../../domain/site.ts';
import { daysBefore, type siteDay } from '../../domain/site-day.ts';
import { isInside, type Mover, type Visit } from '../../domain/visit.ts';
import type { VisitRepository } from '../ports.ts';
import type { Movement, SignIn } from '../visits/sign-in.ts';
import type { SignOut } from '../visits/sign-out.ts';

/** Without a direction: the other one of what the person is. `by.ref` makes a repeat known for one. */
export type MovePerson = Readonly<{ site: Site; entrance: string; direction?: 'in' | 'out'; by: Mover }>;

export type Moved = Movement & Readonly<{ inside: boolean }>;

type Deps = Readonly<{
  visits: VisitRepository;
  signIn: Handler<SignIn, Movement>;
  signOut: Handler<SignOut, Movement>;
  occupancy: (siteId: string) => number;
  dayAt: typeof siteDay;
  clock: Clock;
}>;

/** Signs in or out at a device. What was asked for already with the same `ref` is not done a second time. */
export const movePersonHandler =
  (deps: Deps): Handler<MovePerson, Moved> =>
  async ({ site, entrance, direction, by }) => {
    // In this order: a repeat that overtakes nothing sees what the first one did, in one of the two.
    const open = await deps.visits.findOpen(by.personId, site.id);
    const repeated = by.ref ? await movedBy(deps, site, by.personId, by.ref) : undefined;
    if (repeated) return repeated;
    const isIn = open !== undefined && isInside(open, deps.clock.now());
    const inside = direction ? direction === 'in' : !isIn;
    const asked = { siteId: site.id, clientDate: '', by };
    const movement = inside ? await deps.signIn({ ...asked, entrance }) : await deps.signOut(asked);
    return { ...movement, inside };
  };

/** What the same code did before: the visit keeps it, so that no further record is needed. */
async function movedBy(deps: Deps, site: Site, personId: string, ref: string): Promise<Moved | undefined> {
  const today = deps.dayAt(site, deps.clock.now()).date;
  const recent = await deps.visits.of(personId, [site.id], daysBefore(today, 1), today);
  const visit = recent.find(({ in: { ref: came }, out }) => came === ref || out?.ref === ref);
  return visit && said(deps, visit, ref);
}

function said({ occupancy }: Deps, { id, siteId, in: came, out }: Visit, ref: string): Moved {
  const inside = came.ref === ref && out?.ref !== ref;
  const at = inside ? came.at : (out?.at ?? came.at);
  return { visitId: id, changed: false, occupancy: occupancy(siteId), at, inside };
}
