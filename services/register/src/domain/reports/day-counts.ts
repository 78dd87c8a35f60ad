import { byPersonAndDay, type Stay } from './stay.ts';
import { seriesOf, slotMs } from './occupancy.ts';

/** What is kept of a day when its visits are gone: counts, and nobody's identity. */
export type DayCounts = Readonly<{
  siteId: string;
  date: string;
  distinctUsers: number;
  notSignedOut: number;
  openVisits: number;
  visits: number;
  /** Of the visits that were ended by signing out. */
  dwell: Readonly<{ visits: number; ms: number }>;
  /** Quarters of an hour from the beginning of the day until the last visit of the day ended. */
  slots: Readonly<{
    startsAt: Date;
    entries: readonly number[];
    exits: readonly number[];
    inside: readonly number[];
    peaks: readonly number[];
  }>;
}>;

type Day = Readonly<{ siteId: string; date: string; startsAt: Date; endsAt: Date }>;

/** Counts the stays that began on a day. */
export function countDay(stays: readonly Stay[], { siteId, date, startsAt, endsAt }: Day): DayCounts {
  const start = startsAt.getTime();
  const last = Math.max(endsAt.getTime(), ...stays.map((stay) => stay.endsAt.getTime()));
  // Whole quarters of an hour, the one in which the last visit ended included.
  const quarters = Math.floor((last - start) / slotMs) + 1;
  const series = seriesOf(stays, startsAt, new Date(start + quarters * slotMs));
  return {
    siteId,
    date,
    ...peopleOf(stays),
    visits: stays.length,
    dwell: dwellOf(stays),
    slots: {
      startsAt,
      entries: series.map(({ entries }) => entries),
      exits: series.map(({ exits }) => exits),
      inside: series.map(({ inside }) => inside),
      peaks: series.map(({ peak }) => peak),
    },
  };
}

function peopleOf(stays: readonly Stay[]): Pick<DayCounts, 'distinctUsers' | 'notSignedOut' | 'openVisits'> {
  const people = byPersonAndDay(stays);
  return {
    distinctUsers: people.length,
    notSignedOut: people.filter((group) => !group.at(-1)?.leftAt).length,
    openVisits: stays.filter(({ leftAt }) => !leftAt).length,
  };
}

/** How long people stayed who signed out. */
export function dwellOf(stays: readonly Stay[]): DayCounts['dwell'] {
  const ended = stays.flatMap(({ arrivedAt, leftAt }) => (leftAt ? leftAt.getTime() - arrivedAt.getTime() : []));
  return { visits: ended.length, ms: ended.reduce((sum, ms) => sum + ms, 0) };
}
