import type { Stay, TimelineEvent } from './timeline.ts';
import type { Site } from '../site.ts';
import type { SiteDay } from '../site-day.ts';
import type { Mark, Mover, Visit, VisitKind } from '../visit.ts';
import { openVisit } from '../visit.ts';

/** Marks that came from the events of a device carry this, so that they are not taken for marks of their own. */
const refOf = (eventId: string): string => `event:${eventId}`;

const isOwn = ({ ref }: Mark): boolean => !ref?.startsWith('event:');

/** What the visits say by themselves, as events: what devices said is in the timeline already. */
export const eventsOf = (visits: readonly Visit[]): readonly TimelineEvent[] =>
  visits
    .filter(isDecidedByMovements)
    .flatMap((visit) => [
      ...(isOwn(visit.in) ? [eventOf(visit.in, 'in')] : []),
      ...(visit.out && isOwn(visit.out) ? [eventOf(visit.out, 'out')] : []),
    ]);

const eventOf = ({ auditId: id, at, via, entrance = '' }: Mark, what: 'in' | 'out'): TimelineEvent => ({
  id,
  at,
  via,
  entrance,
  what,
});

/** Not those that an administrator or a merge has closed without a time: nobody knows better. */
export const isDecidedByMovements = ({ open, out, closedReason }: Visit): boolean =>
  open || out !== undefined || closedReason === 'not_signed_out';

/** A visit that has its id already and is about to be stored. */
export type PlannedVisit = Readonly<{ id: string; in: Readonly<{ at: Date }> }>;

/** Which visit each stay is, stored or planned. `surplus` are visits that no stay is left for. */
export function matched<Known extends PlannedVisit>(stays: readonly Stay[], visits: readonly Known[]) {
  const free = new Set(visits.toSorted((a, b) => a.in.at.getTime() - b.in.at.getTime()));
  const take = (fits: (visit: Known) => boolean): Known | undefined => {
    const found = [...free].find(fits);
    if (found) free.delete(found);
    return found;
  };
  const pairs = stays.map((stay) => ({ stay, visit: take(({ in: { at } }) => covers(stay, at)) }));
  return {
    pairs: pairs.map(({ stay, visit }) => ({ stay, visit: visit ?? take(() => true) })),
    surplus: () => [...free],
  };
}

const covers = ({ opening, end, until }: Stay, at: Date): boolean => opening.at <= at && at < (end?.at ?? until);

export type StayContext = Readonly<{
  site: Site;
  dayAt: (moment: Date) => SiteDay;
  now: Date;
  person: Readonly<{ id: string; displayName: string; kind: VisitKind }>;
}>;

/** The visit as the stay says it was; its version is for the caller to set. */
export function visitOfStay(id: string, { opening, end, until }: Stay, context: StayContext): Visit {
  const { site, dayAt, now, person } = context;
  const by: Mover = { personId: person.id, displayName: person.displayName, via: 'kiosk', ip: '', userAgent: '' };
  const day = dayAt(opening.at);
  const begun = openVisit(id, { site, day, at: opening.at, by, entrance: opening.entrance, kind: person.kind });
  const visit: Visit = { ...begun, in: markOf(begun.in.auditId, opening), until };
  if (end) return { ...visit, open: false, closedReason: 'signed_out', out: markOf(`${id}-out`, end) };
  if (until > now) return visit;
  return {
    ...visit,
    open: false,
    closedReason: 'not_signed_out',
    rolledOver: { at: until, auditId: `${id}-rollover` },
  };
}

const markOf = (auditId: string, { id, at, via, entrance }: TimelineEvent): Mark => ({
  at,
  auditId,
  via,
  ip: '',
  userAgent: '',
  ref: refOf(id),
  ...(entrance && { entrance }),
});

/** The stored visit with the times of the stay; undefined when it has them. Marks that are right stay as they are. */
export function withTimesOf(stored: Visit, wanted: Visit): Visit | undefined {
  const isSame =
    stored.open === wanted.open &&
    stored.in.at.getTime() === wanted.in.at.getTime() &&
    stored.out?.at.getTime() === wanted.out?.at.getTime();
  if (isSame) return undefined;
  const { out: _out, closedReason: _reason, rolledOver: _over, ...rest } = stored;
  const { open, date, until, out, closedReason, rolledOver } = wanted;
  const keptOut = stored.out && out && stored.out.at.getTime() === out.at.getTime() ? stored.out : out;
  return {
    ...rest,
    open,
    date,
    until,
    in: stored.in.at.getTime() === wanted.in.at.getTime() ? stored.in : wanted.in,
    ...(keptOut && { out: keptOut }),
    ...(closedReason && { closedReason }),
    ...(rolledOver && { rolledOver }),
  };
}
