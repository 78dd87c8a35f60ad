import { isWithin, type Location, type Where } from './book.ts';

/** Where somebody manages volunteers; nothing said is everywhere. */
export type Scope = readonly Where[] | undefined;

export const reaches = (scope: Scope, place: Pick<Location, 'area' | 'district' | 'branch'>): boolean =>
  scope === undefined || scope.some((where) => isWithin(place, where));

/** The scope is a whole district or more there: whoever has it decides about roles that need approval. */
export const decidesAt = (scope: Scope, place: Pick<Location, 'area' | 'district' | 'branch'>): boolean =>
  scope === undefined || scope.some((where) => where.branch === undefined && isWithin(place, where));
