import type { Visit, VisitKind } from '../visit.ts';

/** What reports need of a visit. */
export type Stay = Readonly<{
  visitId: string;
  personId: string;
  displayName: string;
  kind: VisitKind;
  /** The day at the site on which it began. */
  date: string;
  arrivedAt: Date;
  /** When the person signed out; absent when nobody did. */
  leftAt?: Date;
  /** From when on the person does not count as inside, whether they signed out or not. */
  endsAt: Date;
  open: boolean;
  selfDeclared: boolean;
}>;

type Ending = Pick<Visit, 'out' | 'rolledOver' | 'corrections' | 'open' | 'until'>;

/** The visit as reports see it; undefined for one that a merge found to be part of another. */
export function stayOf(visit: Visit): Stay | undefined {
  if (visit.closedReason === 'merged') return undefined;
  const { id, personId, displayName, kind, date, open, out, in: arrival, selfDeclared = false } = visit;
  return {
    visitId: id,
    personId,
    displayName,
    kind,
    date,
    open,
    selfDeclared,
    arrivedAt: arrival.at,
    ...(out && { leftAt: out.at }),
    endsAt: endOf(visit),
  };
}

const endOf = ({ out, rolledOver, corrections = [], open, until }: Ending): Date =>
  out?.at ?? rolledOver?.at ?? (open ? until : (corrections.at(-1)?.at ?? until));

/** Stays of one person on one day, the earliest first. */
export function byPersonAndDay(stays: readonly Stay[]): readonly (readonly [Stay, ...Stay[]])[] {
  const groups = new Map<string, [Stay, ...Stay[]]>();
  for (const stay of stays.toSorted(earliestFirst)) {
    const key = `${stay.date} ${stay.personId}`;
    const group = groups.get(key);
    if (group) group.push(stay);
    else groups.set(key, [stay]);
  }
  return [...groups.values()];
}

export const earliestFirst = (a: Stay, b: Stay): number => a.arrivedAt.getTime() - b.arrivedAt.getTime();
