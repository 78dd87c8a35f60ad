import type { Volunteer } from '../../domain/volunteer.ts';

/** What is shown of a volunteer elsewhere. */
export type Known = Readonly<{ id: string; volunteerId: string; name: string; email: string }>;

/** Volunteers, many at a time. */
export interface VolunteerReadings {
  /** Those that exist, by their own ids. */
  known(ids: readonly string[]): Promise<ReadonlyMap<string, Known>>;
  /** Accounts that are somebody's, also of who has left. */
  accounts(): Promise<ReadonlySet<string>>;
  /** Everybody who was not erased, a page at a time. */
  everybody(): AsyncIterable<readonly Volunteer[]>;
  /** Who is here and has no account yet, a page at a time. */
  withoutAccount(): AsyncIterable<readonly Volunteer[]>;
  countWaitingForLink(): Promise<number>;
}
