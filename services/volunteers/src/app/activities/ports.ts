import type { Audited } from '../../domain/audit.ts';
import type { Opportunity } from '../../domain/opportunity.ts';
import type { Shift, ShiftFact } from '../../domain/shift.ts';

export interface Opportunities {
  find(id: string): Promise<Opportunity | undefined>;
  /** Those of these that there are, by their ids. */
  named(ids: readonly string[]): Promise<ReadonlyMap<string, Opportunity>>;
  /** By their titles. */
  all(): Promise<readonly Opportunity[]>;
  save(opportunity: Opportunity, said: readonly Audited[]): Promise<void>;
}

export interface Shifts {
  find(id: string): Promise<Shift | undefined>;
  /** Those that begin from a moment until before another, the earliest first. */
  between(from: Date, to: Date): Promise<readonly Shift[]>;
  /** Those of an opportunity that end after a moment, the earliest first. */
  comingOf(opportunityIds: readonly string[], after: Date): Promise<readonly Shift[]>;
  /** Those that a volunteer has a place in and that begin before a moment, the latest first. */
  ofVolunteer(volunteerId: string, before: Date): Promise<readonly Shift[]>;
  save(shift: Shift, said: readonly (Audited | ShiftFact)[]): Promise<void>;
}

/** Who is at a site, of those who are volunteers. */
export interface Presences {
  /** Keeps what the register told of a visit, unless something later is kept already. */
  put(visit: Visit): Promise<void>;
  inside(): Promise<readonly Visit[]>;
}

export type Visit = Readonly<{
  id: string;
  version: number;
  /** The volunteer's own id. */
  volunteerId: string;
  siteId: string;
  since: Date;
  isOpen: boolean;
}>;
