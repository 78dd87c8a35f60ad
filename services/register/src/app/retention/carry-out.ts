import type { Clock } from '@guildhall/kernel';
import { countDay } from '../../domain/reports/day-counts.ts';
import {
  advanced,
  completed,
  longCutoff,
  released,
  type RetentionCounts,
  type RetentionRun,
} from '../../domain/retention/retention-run.ts';
import type { Site } from '../../domain/site.ts';
import { dayOfDate } from '../../domain/site-day.ts';
import type { Archive, Stays } from '../reports/ports.ts';
import { readStays } from '../reports/read-stays.ts';
import type { OldAudits, OldDay, OldIncidents, OldVisits, RetentionRuns } from './ports.ts';

export type CarryOutDeps = Readonly<{
  runs: RetentionRuns;
  stays: Stays;
  archive: Archive;
  oldVisits: OldVisits;
  oldAudits: OldAudits;
  oldIncidents: OldIncidents;
  clock: Clock;
}>;

type Begun = RetentionRun & Required<Pick<RetentionRun, 'cutoff' | 'startedAt'>>;

const batch = 500;

/**
 * Deletes what is too old, day by day. Each step can be repeated, and the run is saved after each: whoever lost it to
 * another process is told so by `stale` and stops.
 */
export async function carryOut(deps: CarryOutDeps, run: Begun, site: Site, today: string): Promise<RetentionRun> {
  let current: RetentionRun = run;
  const keep: Keep = async (gone, countedThrough) => {
    current = advanced(current, { gone, countedThrough }, deps.clock.now());
    await deps.runs.save(current, []);
  };
  try {
    for (const day of (await deps.oldVisits.daysBefore(site.id, run.cutoff)).toSorted(byDate)) {
      const isCounted = day.date <= (run.countedThrough ?? '');
      await removeDay(deps, site, isCounted ? { ...day, visits: 0 } : day, keep);
    }
    await removeRecords(deps, site, { cutoff: run.cutoff, today }, keep);
  } catch (error) {
    // Where somebody else has it, or nobody can store anything, there is nothing to give back.
    await deps.runs.save(released(current, deps.clock.now()), []).catch(() => undefined);
    throw error;
  }
  const now = deps.clock.now();
  const done = completed(current, now);
  await deps.runs.save(done, [{ type: 'retention-completed', run: done, at: now }]);
  return done;
}

type Keep = (gone: Partial<RetentionCounts>, countedThrough?: string) => Promise<void>;

const byDate = (a: OldDay, b: OldDay): number => (a.date < b.date ? -1 : 1);

/**
 * The counts go first: once a visit is gone, its day cannot be counted any more, and whoever goes on after a failure does
 * not count again what the run has counted.
 */
async function removeDay(
  { stays, archive, oldVisits }: CarryOutDeps,
  site: Site,
  { date, visits }: OldDay,
  keep: Keep,
): Promise<void> {
  const range = { siteId: site.id, from: date, to: date };
  const [known] = await archive.of(range);
  if (!known) await archive.put(countDay(await readStays(stays, range), { siteId: site.id, ...dayOfDate(site, date) }));
  await keep({ visits, daysCounted: known ? 0 : 1 }, date);
  while ((await oldVisits.removeOf(site.id, date, batch)) === batch) await keep({});
}

type Cutoffs = Readonly<{ cutoff: string; today: string }>;

async function removeRecords(deps: CarryOutDeps, site: Site, { cutoff, today }: Cutoffs, keep: Keep) {
  const { archive, oldAudits, oldIncidents, runs } = deps;
  const long = longCutoff(today);
  await keep({
    audits: await oldAudits.removeBefore(site.id, dayOfDate(site, cutoff).startsAt, 'short'),
    adminAudits: await oldAudits.removeBefore(site.id, dayOfDate(site, long).startsAt, 'long'),
    oldCounts: await archive.removeBefore(site.id, long),
    incidents: await oldIncidents.forgetBefore(site.id, dayOfDate(site, long).startsAt),
  });
  await runs.removeBefore(site.id, long);
}
