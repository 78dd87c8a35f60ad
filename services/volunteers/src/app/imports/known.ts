import { normalisedEmail } from '../../domain/enrolment.ts';
import { cellOf, type ImportRow } from '../../domain/import-row.ts';
import { nameKey } from '../../domain/name-key.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import type { NamedVolunteer, Roster } from './ports.ts';

/** Who is there already, as far as some lines are about them. */
export type Known = Readonly<{
  named: ReadonlyMap<string, Volunteer>;
  owners: ReadonlyMap<string, string>;
  alike: ReadonlyMap<string, readonly NamedVolunteer[]>;
}>;

export async function knownFor(roster: Roster, rows: readonly ImportRow[]): Promise<Known> {
  const nameOf = (row: ImportRow): string => `${cellOf(row, 'first_name')} ${cellOf(row, 'last_name')}`.trim();
  const [named, owners, alike] = await Promise.all([
    roster.named(unique(rows.map((row) => cellOf(row, 'volunteer_id')))),
    roster.owners(unique(rows.map((row) => normalisedEmail(cellOf(row, 'email'))))),
    roster.alike(unique(rows.map((row) => nameKey(nameOf(row))))),
  ]);
  return { named, owners, alike };
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)].filter(Boolean);
