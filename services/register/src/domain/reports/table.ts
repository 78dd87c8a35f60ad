import type { Table } from '@guildhall/tables';
import { Temporal } from 'temporal-polyfill';
import type { OccupancyReport } from './occupancy-report.ts';
import type { SummaryRow, VisitsRow } from './visits-report.ts';

type DayStats = Readonly<{ date: string; distinctUsers: number; notSignedOut: number; openVisits: number }>;

/** Times are those on the clock of the site. */
export const visitsTable = (rows: readonly VisitsRow[], timeZone: string): Table => {
  const local = clockOf(timeZone);
  return {
    name: 'Records',
    columns: ['user', 'name', 'person_id', 'kind', 'date', 'sign_in', 'sign_out', 'visits'],
    rows: rows.map(({ user, displayName, personId, kind, date, signIn, signOut, visits }) => [
      user,
      displayName,
      personId,
      kind,
      date,
      local(signIn),
      signOut ? local(signOut) : '',
      visits,
    ]),
  };
};

export const summaryTable = (rows: readonly SummaryRow[]): Table => ({
  name: 'Summary',
  columns: [
    'user',
    'name',
    'person_id',
    'days',
    'days_signed_in',
    'days_not_signed_out',
    'pct',
    'visits_signed_out',
    'visits_not_signed_out',
  ],
  rows: rows.map((row) => [
    row.user,
    row.displayName,
    row.personId,
    row.days,
    row.daysSignedIn,
    row.daysNotSignedOut,
    row.pct,
    row.visitsSignedOut,
    row.visitsNotSignedOut,
  ]),
});

export const statsTable = (days: readonly DayStats[]): Table => ({
  name: 'Days',
  columns: ['date', 'distinct_users', 'not_signed_out', 'open_visits'],
  rows: days.map(({ date, distinctUsers, notSignedOut, openVisits }) => [
    date,
    distinctUsers,
    notSignedOut,
    openVisits,
  ]),
});

/** Beside the time on the site's clock stands the one of the world: in autumn an hour comes twice. */
export const occupancyTable = ({ slots }: OccupancyReport, timeZone: string): Table => {
  const local = clockOf(timeZone);
  return {
    name: 'Occupancy',
    columns: ['at', 'at_utc', 'entries', 'exits', 'inside', 'peak'],
    rows: slots.map(({ at, entries, exits, inside, peak }) => [
      local(at),
      at.toISOString(),
      entries,
      exits,
      inside,
      peak,
    ]),
  };
};

const clockOf =
  (timeZone: string) =>
  (at: Date): string => {
    const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
    return there.toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ');
  };
