import type { EvacuationList, Incident, Occupant, RollCallEntry } from '@guildhall/client';
import type { Mark } from './marks.ts';
import type { State } from './roll-call.ts';

/** One person to account for, as the page shows them. */
export type Row = Readonly<{
  key: string;
  /** Absent as long as no incident is known. */
  entryId?: string;
  personId: string;
  name: string;
  kind: RollCallEntry['kind'];
  state: State;
  since?: string;
  entrance?: string;
  entry?: RollCallEntry;
  /** The last word about them is still on this phone. */
  isPending: boolean;
}>;

export type Filter = 'open' | 'done' | 'all';

export const isOpen = ({ state }: Row): boolean => state !== 'safe' && state !== 'not_on_site';

/** Everybody of an incident, with what this phone has not handed in yet. */
export const rowsOfIncident = ({ entries }: Incident, marks: readonly Mark[]): readonly Row[] => [
  ...entries.map((entry) => withMark(rowOfEntry(entry), lastMarkOn(marks, entry))),
  ...marks.filter(({ added, entryId }) => added && !entryId).map(rowOfAdded),
];

/** Everybody who was inside when the list was fetched, while no incident is known. */
export const rowsOfList = ({ people }: EvacuationList, marks: readonly Mark[]): readonly Row[] => [
  ...people.map((person) =>
    withMark(
      rowOfOccupant(person),
      marks.findLast(({ personId }) => personId !== '' && personId === person.personId),
    ),
  ),
  ...marks.filter(({ added }) => added).map(rowOfAdded),
];

const rowOfEntry = (entry: RollCallEntry): Row => ({
  key: entry.id,
  entryId: entry.id,
  personId: entry.personId,
  name: entry.displayName,
  kind: entry.kind,
  state: entry.state,
  ...(entry.since && { since: entry.since }),
  ...(entry.entrance && { entrance: entry.entrance }),
  entry,
  isPending: false,
});

const rowOfOccupant = ({ personId, displayName, kind, since, entrance }: Occupant): Row => ({
  key: personId,
  personId,
  name: displayName,
  kind,
  state: 'unanswered',
  since,
  ...(entrance && { entrance }),
  isPending: false,
});

const rowOfAdded = ({ id, added = '', state }: Mark): Row => ({
  key: id,
  personId: '',
  name: added,
  kind: 'visitor',
  state,
  isPending: true,
});

const withMark = (row: Row, mark: Mark | undefined): Row =>
  mark ? { ...row, state: mark.state, isPending: true } : row;

/** The mark that still counts: one that the platform's own, later word has not overtaken. */
const lastMarkOn = (
  marks: readonly Mark[],
  { id, personId, marks: known, stateAt }: RollCallEntry,
): Mark | undefined => {
  const mark = marks.findLast((one) => one.entryId === id || (personId !== '' && one.personId === personId));
  const isOvertaken =
    mark &&
    (known.some((one) => one.id === mark.id) ||
      (stateAt !== undefined && stateAt !== mark.seenAt && stateAt > mark.at));
  return isOvertaken ? undefined : mark;
};

const urgency: Readonly<Record<State, number>> = {
  help: 0,
  missing: 1,
  unanswered: 2,
  signed_out: 3,
  safe: 4,
  not_on_site: 5,
};

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase().trim();

/** Who is to be found first, then the others; by name. */
export function shown(rows: readonly Row[], filter: Filter, wanted: string): readonly Row[] {
  const fits = (row: Row): boolean => filter === 'all' || isOpen(row) === (filter === 'open');
  return rows
    .filter((row) => fits(row) && plain(row.name).includes(plain(wanted)))
    .toSorted((a, b) => urgency[a.state] - urgency[b.state] || a.name.localeCompare(b.name));
}
