import type { Clock, NewId } from '@guildhall/kernel';
import type { Site } from '../../domain/site.ts';
import type { siteDay } from '../../domain/site-day.ts';
import { type Announcement, expectVisitor, type Visitor, visitorId } from '../../domain/visitors/visitor.ts';
import { completed } from './expect-visitor.ts';
import { findVisitor } from './find-visitor.ts';
import { isStale } from '../failures.ts';
import type { Hosts, VisitorRepository } from './ports.ts';

/** What somebody says of themselves who comes without having been announced. */
export type WalkIn = Readonly<Pick<Announcement, 'kind' | 'name' | 'company' | 'purpose' | 'hostId'>>;

type Deps = Readonly<{
  visitors: VisitorRepository;
  hosts: Hosts;
  dayAt: typeof siteDay;
  clock: Clock;
  newId: NewId;
}>;

/**
 * Takes a walk-in down as somebody expected today, so that coming in is one thing for everybody. With an id of one's
 * own (a kiosk that was offline has made one) a repeat finds the same visitor.
 */
export async function announceWalkIn(
  deps: Deps,
  site: Site,
  walkIn: WalkIn,
  id = visitorId(deps.newId()),
): Promise<Visitor> {
  const nothing = { email: '', vehicle: '', expectedOn: '', expectedFrom: '', expectedUntil: '' };
  const { announcement, expectedEnd } = await completed(deps, site, { ...nothing, ...walkIn });
  const at = deps.clock.now();
  const { next } = expectVisitor({ id, siteId: site.id, announcement, expectedEnd, watched: false, at });
  try {
    await deps.visitors.save(next, []);
    return next;
  } catch (error) {
    if (!isStale(error)) throw error;
    return findVisitor(deps.visitors, id, site.id);
  }
}
