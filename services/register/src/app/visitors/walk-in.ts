import { type Clock, isStale, type NewId } from '@guildhall/kernel';
import type { Site } from '../../domain/site.ts';
import type { siteDay } from '../../domain/site-day.ts';
import { type Announcement, expectVisitor, type Visitor, visitorId } from '../../domain/visitors/visitor.ts';
import { completed } from './expect-visitor.ts';
import { findVisitor } from './find-visitor.ts';
import type { Hosts, PhoneNumbers, VisitorRepository } from './ports.ts';

/** What somebody says of themselves who comes without having been announced. */
export type WalkIn = Readonly<Pick<Announcement, 'kind' | 'name' | 'company' | 'purpose' | 'hostId' | 'phone'>>;

/** Who it is and when they came, where a device knows. */
type Came = Readonly<{ id?: string | undefined; at?: Date }>;

type Deps = Readonly<{
  visitors: VisitorRepository;
  hosts: Hosts;
  phones: PhoneNumbers;
  dayAt: typeof siteDay;
  clock: Clock;
  newId: NewId;
}>;

/**
 * Takes a walk-in down as somebody expected today, so that coming in is one thing for everybody. With an id of one's
 * own (a kiosk that was offline has made one) a repeat finds the same visitor, and the day is the one they came on.
 */
export async function announceWalkIn(
  deps: Deps,
  site: Site,
  walkIn: WalkIn,
  { id = visitorId(deps.newId()), at = deps.clock.now() }: Came = {},
): Promise<Visitor> {
  const nothing = { email: '', vehicle: '', expectedOn: '', expectedFrom: '', expectedUntil: '' };
  const { announcement } = await completed(deps, site, { ...nothing, ...walkIn }, at);
  // Not before today's end: a day that is over already would make of the visitor one who did not come.
  const expectedEnd = deps.dayAt(site, deps.clock.now()).endsAt;
  const { next } = expectVisitor({ id, siteId: site.id, announcement, expectedEnd, watched: false, at });
  try {
    await deps.visitors.save(next, []);
    return next;
  } catch (error) {
    if (!isStale(error)) throw error;
    return findVisitor(deps.visitors, id, site.id);
  }
}
