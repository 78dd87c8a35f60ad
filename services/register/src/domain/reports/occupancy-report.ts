import { Temporal } from 'temporal-polyfill';
import { type Weekday, weekdayOf, weekdays } from '../opening.ts';
import type { SiteDay } from '../site-day.ts';
import { type DayCounts, dwellOf } from './day-counts.ts';
import { seriesOf, type Slot, slotMs } from './occupancy.ts';
import type { Stay } from './stay.ts';

export type WeekdayPattern = Readonly<{
  weekday: Weekday;
  days: number;
  averageEntries: number;
  averagePeak: number;
  /** By the hour on the site's clock, from midnight. */
  hours: readonly number[];
}>;

export type OccupancyReport = Readonly<{
  slots: readonly Slot[];
  peak: number;
  peakAt?: Date;
  averageDwellMinutes?: number;
  weekdays: readonly WeekdayPattern[];
}>;

/** The days asked for, in order; what began on them or just before; and counts of days whose visits are gone. */
export type OccupancySource = Readonly<{
  days: readonly [SiteDay, ...SiteDay[]];
  timeZone: string;
  now: Date;
  stays: readonly Stay[];
  counts: readonly DayCounts[];
}>;

/** Occupancy over days. Around midnight, peaks of days whose visits are gone are added up: at most that many. */
export function occupancyReport({ days, timeZone, now, stays, counts }: OccupancySource): OccupancyReport {
  const start = days[0].startsAt;
  const end = new Date(Math.min(now.getTime(), days.at(-1)!.endsAt.getTime()));
  const slots = withCounts(seriesOf(stays, start, end), counts);
  const dates = new Set(days.map(({ date }) => date));
  const top = slots.reduce<Slot | undefined>((best, slot) => (slot.peak > (best?.peak ?? 0) ? slot : best), undefined);
  const dwell = [dwellOf(stays.filter(({ date }) => dates.has(date)))];
  for (const one of counts) if (dates.has(one.date)) dwell.push(one.dwell);
  return {
    slots,
    peak: top?.peak ?? 0,
    ...(top && { peakAt: top.at }),
    ...averageDwell(dwell),
    weekdays: patternOf(
      slots,
      days.filter(({ startsAt }) => startsAt < end),
      timeZone,
    ),
  };
}

/** Adds the counts of each day to the quarters of an hour that they are about. */
function withCounts(slots: readonly Slot[], counts: readonly DayCounts[]): readonly Slot[] {
  const start = slots[0]?.at.getTime() ?? 0;
  const sum = slots.map((slot) => ({ ...slot }));
  for (const { slots: kept } of counts) {
    const first = Math.floor((kept.startsAt.getTime() - start) / slotMs);
    for (const index of kept.entries.keys()) {
      const slot = sum[first + index];
      if (!slot) continue;
      slot.entries += kept.entries[index] ?? 0;
      slot.exits += kept.exits[index] ?? 0;
      slot.inside += kept.inside[index] ?? 0;
      slot.peak += kept.peaks[index] ?? 0;
    }
  }
  return sum;
}

function averageDwell(parts: readonly DayCounts['dwell'][]): Pick<OccupancyReport, 'averageDwellMinutes'> {
  const visits = parts.reduce((sum, part) => sum + part.visits, 0);
  const ms = parts.reduce((sum, part) => sum + part.ms, 0);
  return visits > 0 ? { averageDwellMinutes: toOneDecimal(ms / visits / 60_000) } : {};
}

function patternOf(slots: readonly Slot[], days: readonly SiteDay[], timeZone: string): readonly WeekdayPattern[] {
  const profiles = profilesOf(slots, days, timeZone);
  const byWeekday = Map.groupBy(profiles, ({ date }) => weekdayOf(date));
  return weekdays.flatMap((weekday) => {
    const same = byWeekday.get(weekday) ?? [];
    if (same.length === 0) return [];
    const average = (of: (day: DayProfile) => number): number =>
      toOneDecimal(same.reduce((sum, day) => sum + of(day), 0) / same.length);
    const hours = Array.from({ length: 24 }, (_, hour) => average((day) => day.hours[hour] ?? 0));
    const averages = { averageEntries: average(({ entries }) => entries), averagePeak: average(({ peak }) => peak) };
    return [{ weekday, days: same.length, ...averages, hours }];
  });
}

type DayProfile = { date: string; entries: number; peak: number; hours: number[] };

function profilesOf(slots: readonly Slot[], days: readonly SiteDay[], timeZone: string): readonly DayProfile[] {
  let next = 0;
  return days.map(({ date, endsAt }) => {
    const profile: DayProfile = { date, entries: 0, peak: 0, hours: [] };
    for (let slot = slots[next]; slot && slot.at < endsAt; slot = slots[++next]) {
      const hour = hourAt(slot.at, timeZone);
      profile.entries += slot.entries;
      profile.peak = Math.max(profile.peak, slot.peak);
      profile.hours[hour] = Math.max(profile.hours[hour] ?? 0, slot.peak);
    }
    return profile;
  });
}

const hourAt = (at: Date, timeZone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).hour;

const toOneDecimal = (value: number): number => Math.round(value * 10) / 10;
