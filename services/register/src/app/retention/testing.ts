import { isShortLived } from '../../domain/retention/audit-life.ts';
import type { RetentionFact, RetentionRun } from '../../domain/retention/retention-run.ts';
import type { Site } from '../../domain/site.ts';
import type { AuditEntry } from '../ports.ts';
import { forgettingIncidents } from '../evacuation/forget-incidents.ts';
import { inMemoryEntries, inMemoryIncidents } from '../evacuation/testing.ts';
import { aReportingRegister } from '../reports/testing.ts';
import { stale } from '../testing.ts';
import type { AuditLife, OldAudits, OldVisits, RetentionRuns } from './ports.ts';

export const inMemoryRuns = () => {
  const stored = new Map<string, RetentionRun>();
  const facts: RetentionFact[] = [];
  const isAfter = (run: RetentionRun, at: Date, id: string): boolean =>
    run.plannedAt < at || (+run.plannedAt === +at && run.id < id);
  const runs: RetentionRuns = {
    find: async (id) => stored.get(id),
    begun: async ({ siteId, limit, before }) =>
      [...stored.values()]
        .filter((run) => run.startedAt && (!siteId || run.siteId === siteId))
        .filter((run) => !before || isAfter(run, before.at, before.id))
        .sort((a, b) => b.plannedAt.getTime() - a.plannedAt.getTime() || (a.id < b.id ? 1 : -1))
        .slice(0, limit),
    removeBefore: async (siteId, date) => {
      for (const run of stored.values())
        if (run.completedAt && run.siteId === siteId && run.date < date) stored.delete(run.id);
    },
    save: async (run, caused) => {
      await Promise.resolve();
      if ((stored.get(run.id)?.version ?? 0) !== run.version - 1) throw stale();
      stored.set(run.id, run);
      facts.push(...caused);
    },
  };
  return { ...runs, stored, facts };
};

/** A register in memory that deletes what is old. */
export const aForgettingRegister = (start: string, site?: Site) => {
  const register = aReportingRegister(start, site);
  const old = (siteId: string, date: string) =>
    [...register.visits.stored.values()].filter((one) => one.siteId === siteId && one.date < date && !one.open);
  const oldVisits: OldVisits = {
    daysBefore: async (siteId, date) =>
      [...Map.groupBy(old(siteId, date), (one) => one.date)]
        .map(([day, visits]) => ({
          date: day,
          visits: visits.length,
          people: new Set(visits.map(({ personId }) => personId)).size,
        }))
        .sort((a, b) => (a.date < b.date ? -1 : 1)),
    removeOf: async (siteId, date, limit) => {
      const gone = old(siteId, '9999')
        .filter((one) => one.date === date)
        .slice(0, limit);
      gone.forEach(({ id }) => register.visits.stored.delete(id));
      return gone.length;
    },
  };
  const { entries } = register.audits;
  const aged = (siteId: string, at: Date, life: AuditLife): AuditEntry[] =>
    [...entries.values()].filter(
      (entry) =>
        [siteId, ''].includes(entry.siteId) && entry.at < at && isShortLived(entry.action) === (life === 'short'),
    );
  const oldAudits: OldAudits = {
    countBefore: async (...which) => aged(...which).length,
    removeBefore: async (...which) => {
      const gone = aged(...which);
      gone.forEach(({ id }) => entries.delete(id));
      return gone.length;
    },
  };
  const rollCalls = { incidents: inMemoryIncidents(), entries: inMemoryEntries() };
  return {
    ...register,
    oldVisits,
    oldAudits,
    rollCalls,
    oldIncidents: forgettingIncidents(rollCalls),
    runs: inMemoryRuns(),
  };
};
