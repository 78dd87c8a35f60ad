/** The parts of a name that lists are ordered by. */
export type Name = Readonly<{ firstName: string; lastName: string }>;

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** What a report says of a person; the user name is empty of whom has none. */
export type Named = Name & Readonly<{ handle: string }>;

/** By first name, then last name. */
export const byName = (a: Name, b: Name): number =>
  collator.compare(a.firstName, b.firstName) || collator.compare(a.lastName, b.lastName);

/** Visitors have one name only: what stands before the first space counts as the first name. */
export function nameFrom(displayName: string): Name {
  const [, firstName = '', lastName = ''] = /^\s*(\S*)\s*(.*?)\s*$/su.exec(displayName) ?? [];
  return { firstName, lastName };
}
