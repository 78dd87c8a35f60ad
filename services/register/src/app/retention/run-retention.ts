import type { Clock, Handler, NewId } from '@guildhall/kernel';
import {
  completed,
  isSuperseded,
  longCutoff,
  plannedRun,
  type RetentionRun,
  started,
} from '../../domain/retention/retention-run.ts';
import type { Site } from '../../domain/site.ts';
import { dayOfDate, daysBefore, type siteDay } from '../../domain/site-day.ts';
import type { Mover } from '../../domain/visit.ts';
import type { RecordLook } from '../reports/record-look.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { carryOut, type CarryOutDeps } from './carry-out.ts';
import type { OldDay } from './ports.ts';

/** An empty `siteId` is every site; without `days` each site's own policy counts. */
export type RunRetention = Readonly<{ siteId: string; dryRun: boolean; days?: number; by: Mover }>;
/** What went; or, of a dry run, what would go, and which days of visits. */
export type RetentionReport = Readonly<{ run: RetentionRun; dryRun: boolean; daysAffected: readonly OldDay[] }>;

export type RetentionDeps = CarryOutDeps &
  Readonly<{
    sites: SiteCatalogue;
    recordLook: RecordLook;
    dayAt: typeof siteDay;
    newId: NewId;
    clock: Clock;
  }>;

/** The days that visits are kept where a site says nothing. */
const usualDays = 30;
const keptDays = ({ retentionDays }: Site): number => retentionDays || usualDays;

/** Retention by hand: at one site or at all of them, for real or as a preview. */
export const runRetentionHandler =
  (deps: RetentionDeps): Handler<RunRetention, readonly RetentionReport[]> =>
  async ({ siteId, dryRun, days, by }) => {
    const sites = siteId ? [await deps.sites.get(siteId)] : deps.sites.list();
    if (dryRun) return Promise.all(sites.map((site) => preview(deps, site, days ?? keptDays(site))));
    const reports: RetentionReport[] = [];
    for (const site of sites) {
      await deps.recordLook({ action: 'retention.run', siteId: site.id, by });
      reports.push(await byHand(deps, site, days ?? keptDays(site), by.personId));
    }
    return reports;
  };

/** The run that the clock began, once however many processes there are. */
export const runDueRetentionHandler =
  (deps: RetentionDeps): Handler<string> =>
  async (runId) => {
    const run = await deps.runs.find(runId);
    if (!run || run.completedAt) return;
    const now = deps.clock.now();
    if (isSuperseded(run, now)) return deps.runs.save(completed(run, now), []);
    const site = await deps.sites.get(run.siteId);
    await begin(deps, run, site, keptDays(site));
  };

async function byHand(deps: RetentionDeps, site: Site, days: number, actorId: string): Promise<RetentionReport> {
  const now = deps.clock.now();
  const { date } = deps.dayAt(site, now);
  const run = plannedRun({ id: `${site.id}_${date}_${deps.newId()}`, siteId: site.id, date, plannedAt: now, actorId });
  const done = await begin(deps, { ...run, version: 0 }, site, days);
  return { run: done, dryRun: false, daysAffected: [] };
}

async function begin(deps: RetentionDeps, run: RetentionRun, site: Site, days: number): Promise<RetentionRun> {
  const now = deps.clock.now();
  const today = deps.dayAt(site, now).date;
  const { cutoff = daysBefore(today, days), ...begun } = started(run, { now, today, days });
  const ours = { ...begun, cutoff, startedAt: begun.startedAt ?? now };
  await deps.runs.save(ours, []);
  return carryOut(deps, ours, site, today);
}

async function preview(deps: RetentionDeps, site: Site, days: number): Promise<RetentionReport> {
  const now = deps.clock.now();
  const { date } = deps.dayAt(site, now);
  const cutoff = daysBefore(date, days);
  const long = longCutoff(date);
  const daysAffected = await deps.oldVisits.daysBefore(site.id, cutoff);
  const counted = new Set((await deps.archive.of({ siteId: site.id, from: '', to: cutoff })).map((one) => one.date));
  const counts = {
    visits: daysAffected.reduce((sum, { visits }) => sum + visits, 0),
    audits: await deps.oldAudits.countBefore(site.id, dayOfDate(site, cutoff).startsAt, 'short'),
    adminAudits: await deps.oldAudits.countBefore(site.id, dayOfDate(site, long).startsAt, 'long'),
    daysCounted: daysAffected.filter((day) => !counted.has(day.date)).length,
    oldCounts: await deps.archive.countBefore(site.id, long),
    incidents: await deps.oldIncidents.countBefore(site.id, dayOfDate(site, long).startsAt),
  };
  const plan = plannedRun({ id: '', siteId: site.id, date, plannedAt: now, actorId: '' });
  return { run: { ...plan, startedAt: now, cutoff, days, counts }, dryRun: true, daysAffected };
}
