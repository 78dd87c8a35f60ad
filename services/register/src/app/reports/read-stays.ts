import { reportTooLarge } from '../../domain/reports/refusals.ts';
import type { Named } from '../../domain/reports/name-order.ts';
import type { Stay } from '../../domain/reports/stay.ts';
import type { People } from '../ports.ts';
import type { DayRange, Stays } from './ports.ts';

// An answer of more could not travel: about 150 bytes each, of 8 MB in all.
const most = 40_000;

/** The stays of a range. Refuses more than an answer can hold. */
export async function readStays(stays: Stays, range: DayRange): Promise<readonly Stay[]> {
  const found = await stays.of(range, most + 1);
  if (found.length > most) throw reportTooLarge();
  return found;
}

/** What lists are ordered by, of those whom the register knows by more than one name. */
export async function namesOf(people: People, stays: readonly Stay[]): Promise<ReadonlyMap<string, Named>> {
  const ids = new Set(stays.flatMap(({ kind, personId }) => (kind === 'person' ? personId : [])));
  const known = ids.size > 0 ? await people.findMany([...ids]) : [];
  return new Map(known.filter(({ firstName, lastName }) => firstName || lastName).map((person) => [person.id, person]));
}
