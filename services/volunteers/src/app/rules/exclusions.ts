import type { Handler } from '@guildhall/kernel';
import type { Exclusion } from '../../domain/book.ts';
import { type NewExclusion, withExclusion, withoutExclusion } from '../../domain/book-exclusions.ts';
import type { Caller } from '../ports.ts';
import { changeBook, type RuleDeps } from './change-book.ts';

export type ExcludeRoles = Readonly<{ exclusion: NewExclusion; caller: Caller }>;

export const excludeRolesHandler =
  (deps: RuleDeps): Handler<ExcludeRoles, Exclusion> =>
  async ({ exclusion, caller }) => {
    const { change } = await changeBook(deps, { caller }, (book) => withExclusion(book, exclusion, deps.newId));
    return change.exclusion;
  };

export type DeleteExclusion = Readonly<{ exclusionId: string; caller: Caller }>;

export const deleteExclusionHandler =
  (deps: RuleDeps): Handler<DeleteExclusion> =>
  async ({ exclusionId, caller }) => {
    await changeBook(deps, { caller }, (book) => withoutExclusion(book, exclusionId));
  };
