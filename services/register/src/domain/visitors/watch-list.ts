import type { FieldError } from '@guildhall/kernel';
import { nameKey } from './name-key.ts';
import { invalidWatchEntry } from './refusals.ts';

/** Somebody the desk wants to hear of. An empty name or company is any. */
export type WatchEntry = Readonly<{
  id: string;
  siteId: string;
  name: string;
  company: string;
  note: string;
  notifyPersonIds: readonly string[];
}>;

export function checkWatchEntry({ name, company }: Pick<WatchEntry, 'name' | 'company'>): void {
  const errors: FieldError[] = [];
  if (nameKey(name) === '' && nameKey(company) === '')
    errors.push({ pointer: '/name', detail: 'or company is required' });
  if (errors.length > 0) throw invalidWatchEntry(errors);
}

/** Who of the list it is: full names only, whatever the accents and capitals. */
export const watchedBy = (
  list: readonly WatchEntry[],
  visitor: Readonly<{ name: string; company: string }>,
): readonly WatchEntry[] =>
  list.filter(
    ({ name, company }) =>
      (nameKey(name) === '' || nameKey(name) === nameKey(visitor.name)) &&
      (nameKey(company) === '' || nameKey(company) === nameKey(visitor.company)),
  );
