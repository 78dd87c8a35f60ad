import type { Assignment } from '../../domain/assignment.ts';

/** Somebody whom rules are about. */
export type Concerned = Readonly<{
  volunteerId: string;
  firstName: string;
  lastName: string;
  assignments: readonly Assignment[];
}>;

export type Having = Readonly<{ roleKey: string }> | Readonly<{ locationId: string }> | Readonly<{ channelId: string }>;

/** Volunteers as rules see them: how many there are, and who has what. Who has left is not among them. */
export interface Census {
  all(): Promise<number>;
  /** How many have it, or are to lose it; for a channel: are to have it, or still are in it because of a role. */
  having(what: Having): Promise<number>;
  byRole(): Promise<ReadonlyMap<string, number>>;
  byPlace(): Promise<ReadonlyMap<string, number>>;
  byChannel(): Promise<ReadonlyMap<string, number>>;
  /** Whoever has one of the roles, some at a time. */
  withRoles(roleKeys: readonly string[]): AsyncIterable<readonly Concerned[]>;
}
