import { byName, type Name, nameFrom } from './name-order.ts';
import { byPersonAndDay, earliestFirst, type Stay } from './stay.ts';

export type ReportStatus = 'signed-in' | 'signed-out' | 'not-signed-out';

/** One person with every stay, the earliest first. */
export type ReportPerson = Name &
  Readonly<{ personId: string; displayName: string; status: ReportStatus; stays: readonly [Stay, ...Stay[]] }>;

export type DayReport = Readonly<{
  counts: Readonly<{ in: number; out: number; notSignedOut: number }>;
  people: readonly ReportPerson[];
}>;

type About = Readonly<{
  /** True for the day that it is at the site now: of any other nobody is inside any more. */
  isToday: boolean;
  now: Date;
  names: ReadonlyMap<string, Name>;
}>;

/** Who was there on a day, each person once, by name. */
export function dayReport(stays: readonly Stay[], about: About): DayReport {
  // Somebody who was carried over from the day before is one person with those of today.
  const sameDay = stays.map((stay) => ({ ...stay, date: '' }));
  const people = byPersonAndDay(sameDay)
    .map((group) => personOf(group, about))
    .sort(byNameThenId);
  const count = (status: ReportStatus): number => people.filter((person) => person.status === status).length;
  return {
    counts: { in: count('signed-in'), out: count('signed-out'), notSignedOut: count('not-signed-out') },
    people,
  };
}

function personOf(stays: readonly [Stay, ...Stay[]], { names, ...when }: About): ReportPerson {
  const [{ personId, displayName }] = stays;
  const name = names.get(personId) ?? nameFrom(displayName);
  return { ...name, personId, displayName, status: statusOf(stays, when), stays };
}

function statusOf(stays: readonly [Stay, ...Stay[]], { isToday, now }: Omit<About, 'names'>): ReportStatus {
  if (isToday && stays.some(({ open, endsAt }) => open && now < endsAt)) return 'signed-in';
  return stays.toSorted(earliestFirst).at(-1)?.leftAt ? 'signed-out' : 'not-signed-out';
}

const byNameThenId = (a: ReportPerson, b: ReportPerson): number => byName(a, b) || (a.personId < b.personId ? -1 : 1);
