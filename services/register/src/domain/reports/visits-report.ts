import type { VisitKind } from '../visit.ts';
import { byName, type Name, type Named, nameFrom } from './name-order.ts';
import { byPersonAndDay, type Stay } from './stay.ts';

/** One person on one day. */
export type VisitsRow = Readonly<{
  personId: string;
  /** The user name, or the name of whom has none. */
  user: string;
  displayName: string;
  date: string;
  kind: VisitKind;
  signIn: Date;
  /** The last sign-out; absent when a stay that began later has none. */
  signOut?: Date;
  visits: number;
}>;

/** One person over a range of days. A day counts by its last stay. */
export type SummaryRow = Readonly<{
  personId: string;
  user: string;
  displayName: string;
  days: number;
  daysSignedIn: number;
  daysNotSignedOut: number;
  /** Of the days those without a sign-out, in per cent to one decimal. */
  pct: number;
  visitsSignedOut: number;
  visitsNotSignedOut: number;
}>;

/** By name, then day. */
export function visitRows(stays: readonly Stay[], names: ReadonlyMap<string, Named>): readonly VisitsRow[] {
  const nameOf = namesOf(stays, names);
  return byPersonAndDay(stays)
    .map((day) => rowOf(day, names))
    .sort((a, b) => order(nameOf, a, b) || (a.date < b.date ? -1 : 1));
}

function rowOf(stays: readonly [Stay, ...Stay[]], names: ReadonlyMap<string, Named>): VisitsRow {
  const [{ personId, displayName, date, kind, arrivedAt: signIn }] = stays;
  const signOut = latest(stays.flatMap(({ leftAt }) => leftAt ?? []));
  const lastUnclosed = latest(stays.flatMap(({ leftAt, arrivedAt }) => (leftAt ? [] : arrivedAt)));
  const isOver = signOut && !(lastUnclosed && lastUnclosed > signOut);
  const who = { personId, user: names.get(personId)?.handle || displayName, displayName };
  return { ...who, date, kind, signIn, ...(isOver && { signOut }), visits: stays.length };
}

/** By name. */
export function summaryRows(stays: readonly Stay[], names: ReadonlyMap<string, Named>): readonly SummaryRow[] {
  const nameOf = namesOf(stays, names);
  const days = Map.groupBy(byPersonAndDay(stays), ([{ personId }]) => personId);
  return [...days.values()].map((one) => summaryOf(one, names)).sort((a, b) => order(nameOf, a, b));
}

function summaryOf(days: readonly (readonly [Stay, ...Stay[]])[], names: ReadonlyMap<string, Named>): SummaryRow {
  const [{ personId, displayName }] = days[0]!;
  const daysNotSignedOut = days.filter((stays) => !stays.at(-1)?.leftAt).length;
  const stays = days.flat();
  const visitsSignedOut = stays.filter(({ leftAt }) => leftAt).length;
  return {
    personId,
    user: names.get(personId)?.handle || displayName,
    displayName,
    days: days.length,
    daysSignedIn: days.length - daysNotSignedOut,
    daysNotSignedOut,
    pct: Math.round((1000 * daysNotSignedOut) / days.length) / 10,
    visitsSignedOut,
    visitsNotSignedOut: stays.length - visitsSignedOut,
  };
}

const latest = (times: readonly Date[]): Date | undefined =>
  times.length > 0 ? new Date(Math.max(...times.map((time) => time.getTime()))) : undefined;

type NameOf = (personId: string) => Name;

function namesOf(stays: readonly Stay[], names: ReadonlyMap<string, Name>): NameOf {
  const fallback = new Map(stays.map(({ personId, displayName }) => [personId, nameFrom(displayName)]));
  return (personId) => names.get(personId) ?? fallback.get(personId) ?? nameFrom('');
}

const order = (nameOf: NameOf, { personId: a }: { personId: string }, { personId: b }: { personId: string }): number =>
  byName(nameOf(a), nameOf(b)) || (a < b ? -1 : Number(a > b));
