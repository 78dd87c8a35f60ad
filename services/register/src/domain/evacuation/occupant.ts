import type { Visit, VisitKind } from '../visit.ts';

/** One person to account for, once for each incident. */
export type Occupant = Readonly<{
  /** Empty for somebody who was added by name. */
  personId: string;
  displayName: string;
  kind: VisitKind;
  visitId?: string;
  since?: Date;
  entrance?: string;
}>;

/** Distinct people, each with their earliest visit. */
export function occupantsOf(visits: readonly Visit[]): readonly Occupant[] {
  const earliest = new Map<string, Visit>();
  for (const visit of visits) {
    const known = earliest.get(visit.personId);
    if (!known || visit.in.at < known.in.at) earliest.set(visit.personId, visit);
  }
  return [...earliest.values()].map(occupantOf);
}

export const occupantOf = ({ id, personId, displayName, kind, in: { at, entrance } }: Visit): Occupant => ({
  personId,
  displayName,
  kind,
  visitId: id,
  since: at,
  ...(entrance && { entrance }),
});
