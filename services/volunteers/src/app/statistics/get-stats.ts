import type { Clock, Handler } from '@guildhall/kernel';
import { type Assignment, foremost } from '../../domain/assignment.ts';
import { type Book, locationOf } from '../../domain/book.ts';
import { dayAfter, isDay, type OrgDays, weekOf } from '../../domain/org-day.ts';
import { refusals } from '../../domain/refusals.ts';
import { type Counts, type Dated, measuresOf, type Span, Tally } from '../../domain/stats.ts';
import type { Books, Caller, Scopes } from '../ports.ts';
import { authorityOf, sees } from '../volunteers/authority.ts';

export type GroupBy = '' | 'area' | 'district' | 'branch' | 'role' | 'week';

/** Days of the organisation; empty is the last thirty. */
export type GetStats = Readonly<{ from: string; to: string; groupBy: GroupBy; caller: Caller }>;

export type Stats = Readonly<{
  from: string;
  to: string;
  total: Counts;
  groups: readonly Readonly<{ key: string; counts: Counts }>[];
}>;

export type CountedVolunteer = Dated & Readonly<{ assignments: readonly Assignment[] }>;

export interface StatsReadings {
  /** Whoever has some date in the span, a page at a time. */
  dated(span: Span): AsyncIterable<readonly CountedVolunteer[]>;
}

type Deps = Readonly<{ statsReadings: StatsReadings; books: Books; scopes: Scopes; days: OrgDays; clock: Clock }>;

const usualDays = 30;

/** Numbers of a span of days, both included, as far as the caller's scope reaches. */
export const getStatsHandler =
  ({ statsReadings, books, scopes, days, clock }: Deps): Handler<GetStats, Stats> =>
  async (asked) => {
    const now = clock.now();
    const { from, to } = spanOf(asked, days.dayOf(now));
    const span = { from: days.startOf(from), until: days.endOf(to) };
    const [book, { scope }] = [await books.read(), await authorityOf(scopes, asked.caller)];
    const total = new Tally();
    const groups = new Map<string, Tally>();
    const keyOf = keying(asked.groupBy, book, days, days.dayOf(now));
    for await (const page of statsReadings.dated(span)) {
      for (const one of page) {
        if (!sees(scope, one, book)) continue;
        for (const [measure, at] of measuresOf(one, span)) {
          total.add(measure, one, now);
          if (asked.groupBy !== '') tallyOf(groups, keyOf(one, at)).add(measure, one, now);
        }
      }
    }
    const sorted = [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
    return { from, to, total: total.result(), groups: sorted.map(([key, tally]) => ({ key, counts: tally.result() })) };
  };

function spanOf({ from, to }: Pick<GetStats, 'from' | 'to'>, today: string): Readonly<{ from: string; to: string }> {
  if (from !== '' && !isDay(from)) throw refusals.badDate('/from');
  if (to !== '' && !isDay(to)) throw refusals.badDate('/to');
  const last = to || today;
  const first = from || dayAfter(last, 1 - usualDays);
  if (first > last) throw refusals.badDate('/from');
  return { from: first, to: last };
}

type KeyOf = (one: CountedVolunteer, at: Date) => string;

/** Who has several roles is counted once, by the foremost one, so that the groups add up. */
function keying(groupBy: GroupBy, book: Book, days: OrgDays, today: string): KeyOf {
  if (groupBy === 'week') return byWeek(days);
  return ({ assignments }) => {
    const first = foremost(assignments, today);
    if (!first || groupBy === '') return '';
    return groupBy === 'role' ? first.roleKey : (locationOf(book, first.locationId)?.[groupBy] ?? '');
  };
}

function tallyOf(tallies: Map<string, Tally>, key: string): Tally {
  const tally = tallies.get(key) ?? new Tally();
  tallies.set(key, tally);
  return tally;
}

const quarterMs = 900_000;

/** No zone changes its day within a quarter of an hour: the calendar is asked once for each. */
function byWeek(days: OrgDays): KeyOf {
  const known = new Map<number, string>();
  return (_, at) => {
    const quarter = Math.floor(at.getTime() / quarterMs);
    const week = known.get(quarter) ?? weekOf(days.dayOf(at));
    known.set(quarter, week);
    return week;
  };
}
