import type { Decision } from '@guildhall/kernel';
import { type AuditEntry, type Audited, audited, type Origin } from './audit.ts';
import { recordRefusals as refusals } from './credential-refusals.ts';
import { isGone, type OwnContact, type Person } from './person.ts';

/** What there was of somebody before they became somebody else. */
export type Before = Readonly<{
  id: string;
  status: 'active' | 'disabled';
  roles: readonly string[];
  contacts: readonly OwnContact[];
  preferredContactId: string;
  passkeyIds: readonly string[];
}>;

/**
 * Making one person of several, step by step: each step may be repeated, so whoever finds it half done goes on. `claiming`
 * keeps others away from these people; `running` knows what there was.
 */
export type Merge = Readonly<{
  id: string;
  version: number;
  state: 'claiming' | 'refused' | 'running' | 'done' | 'undoing' | 'undone' | 'closed';
  survivorId: string;
  mergedIds: readonly string[];
  keepsPermissions: boolean;
  survivorRoles: readonly string[];
  before: readonly Before[];
  at: Date;
  undoUntil: Date;
  /** Who asked for what is under way; the entries that tell of it are stored with its end. */
  by?: Origin;
}>;

export type MergeFact = Readonly<{ type: 'merged' | 'unmerged'; merge: Merge; mergedId: string; at: Date }>;

const undoMs = 30 * 24 * 3_600_000;
const retryMs = 10_000;

type NewMerge = Pick<Merge, 'id' | 'survivorId' | 'mergedIds' | 'keepsPermissions'> & Readonly<{ by: Origin }>;

export const startMerge = (fields: NewMerge, at: Date): Merge => ({
  ...fields,
  version: 1,
  state: 'claiming',
  survivorRoles: [],
  before: [],
  at,
  undoUntil: new Date(at.getTime() + undoMs),
});

/** Throws `identity.not_mergeable` when these cannot become one. */
export function assertMergeable(survivor: Person | undefined, merged: readonly (Person | undefined)[]): void {
  if (survivor?.status !== 'active') throw refusals.notMergeable('/survivorId', 'must be an active person');
  for (const [index, person] of merged.entries()) {
    const pointer = `/mergedIds/${index}`;
    if (!person || isGone(person)) throw refusals.notMergeable(pointer, 'is nobody, or became somebody else');
    if (person.id === survivor.id) throw refusals.notMergeable(pointer, 'is the survivor');
  }
}

/** The survivor as they would be. */
export function absorbed(survivor: Person, merged: readonly Person[], keepsPermissions: boolean): Partial<Person> {
  const known = new Set(survivor.contacts.map(({ id }) => id));
  const more = merged.flatMap(({ contacts }) => contacts).filter(({ id }) => !known.has(id));
  const roles = keepsPermissions ? [...survivor.roles, ...merged.flatMap((person) => person.roles)] : survivor.roles;
  return { contacts: [...survivor.contacts, ...more], roles: [...new Set(roles)] };
}

export const advance = (current: Merge, change: Partial<Merge>): Merge => ({
  ...current,
  ...change,
  version: current.version + 1,
});

/** Tells of each person once all of it is done. */
export function concludeMerge(
  { by, ...current }: Merge,
  type: MergeFact['type'],
  at: Date,
): Decision<Merge, MergeFact | Audited> {
  const merge = advance(current, { state: type === 'merged' ? 'done' : 'undone' });
  const entryOf = (subjectId: string): AuditEntry[] => (by ? [{ at, action: `person.${type}`, subjectId, ...by }] : []);
  const facts = merge.mergedIds.flatMap((mergedId) => [
    { type, merge, mergedId, at },
    ...entryOf(mergedId).map((entry) => audited(merge, entry)),
  ]);
  return { next: merge, facts };
}

/** Throws `identity.merge_over`, `identity.not_mergeable`. */
export function assertUndoable({ state, undoUntil }: Merge, survivor: Person | undefined, at: Date): void {
  if ((state !== 'done' && state !== 'undoing') || at >= undoUntil) throw refusals.mergeOver();
  if (!survivor || isGone(survivor)) throw refusals.notMergeable('/mergeId', 'its survivor became somebody else');
}

/** When it wants to be looked at: soon while it is under way, then when it can no longer be undone. */
export function mergeDueAt({ state, undoUntil }: Merge, now: Date): Date | undefined {
  if (state === 'done') return undoUntil;
  const isUnderWay = state === 'claiming' || state === 'running' || state === 'undoing';
  return isUnderWay ? new Date(now.getTime() + retryMs) : undefined;
}
