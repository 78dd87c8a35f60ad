import type { Handler } from '@guildhall/kernel';
import { refusals } from '../../domain/refusals.ts';
import { absorbed, assertMergeable } from '../../domain/merge.ts';
import type { Person } from '../../domain/person.ts';
import { permissionsOf, type Role } from '../../domain/roles.ts';
import type { People } from '../ports.ts';

export type PreviewMerge = Readonly<{ survivorId: string; mergedIds: readonly string[]; keepsPermissions: boolean }>;
export type MergePreview = Readonly<{
  survivor: Person;
  merged: readonly Person[];
  gainedPermissions: readonly string[];
  lostPermissions: readonly string[];
}>;

type Deps = Readonly<{ people: People; roles: readonly Role[] }>;

/** What a merge would make of them; changes nothing. */
export const previewMergeHandler =
  ({ people, roles: table }: Deps): Handler<PreviewMerge, MergePreview> =>
  async ({ survivorId, mergedIds, keepsPermissions }) => {
    const [survivor, ...found] = await Promise.all([survivorId, ...mergedIds].map((id) => people.find(id)));
    assertMergeable(survivor, found);
    if (!survivor) throw refusals.personNotFound();
    const merged = found.flatMap((person) => (person ? [person] : []));
    const after: Person = { ...survivor, ...absorbed(survivor, merged, keepsPermissions) };
    const [has, will] = [permissionsOf(table, survivor.roles), permissionsOf(table, after.roles)];
    const theirs = permissionsOf(
      table,
      merged.flatMap(({ roles }) => roles),
    );
    return {
      survivor: after,
      merged,
      gainedPermissions: will.filter((permission) => !has.includes(permission)),
      lostPermissions: theirs.filter((permission) => !will.includes(permission)),
    };
  };
