import type { Handler } from '@guildhall/kernel';
import type { Role } from '../../domain/book.ts';
import { changedRole, known, type NewRole, type RoleChange, withoutRole, withRole } from '../../domain/book-roles.ts';
import type { Caller } from '../ports.ts';
import { changeBook, type RuleDeps } from './change-book.ts';

export type Counted<Item> = Item & Readonly<{ volunteers: number }>;

export const listRolesHandler =
  ({ books, census }: Pick<RuleDeps, 'books' | 'census'>): Handler<void, readonly Counted<Role>[]> =>
  async () => {
    const [{ roles }, counts] = await Promise.all([books.read(), census.byRole()]);
    return roles.map((role) => ({ ...role, volunteers: counts.get(role.key) ?? 0 }));
  };

export type CreateRole = Readonly<{ role: NewRole; caller: Caller }>;

export const createRoleHandler =
  (deps: RuleDeps): Handler<CreateRole, Counted<Role>> =>
  async ({ role, caller }) => {
    const { book } = await changeBook(deps, { caller }, (current) => withRole(current, role, deps.newId));
    return { ...known(book, role.key), volunteers: 0 };
  };

export type UpdateRole = Readonly<{ key: string; change: RoleChange; caller: Caller }>;

export const updateRoleHandler =
  (deps: RuleDeps): Handler<UpdateRole, Counted<Role>> =>
  async ({ key, change, caller }) => {
    const { book } = await changeBook(deps, { caller }, (current) => changedRole(current, key, change));
    return { ...known(book, key), volunteers: await deps.census.having({ roleKey: key }) };
  };

export type DeleteRole = Readonly<{ key: string; caller: Caller }>;

export const deleteRoleHandler =
  (deps: RuleDeps): Handler<DeleteRole> =>
  async ({ key, caller }) => {
    await changeBook(deps, { caller }, async (book) =>
      withoutRole(book, key, await deps.census.having({ roleKey: key })),
    );
  };
