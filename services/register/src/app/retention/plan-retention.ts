import { AppError, type Clock } from '@guildhall/kernel';
import { plannedRun } from '../../domain/retention/retention-run.ts';
import { nextDaily } from '../../domain/schedule.ts';
import type { Site } from '../../domain/site.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { RetentionRuns } from './ports.ts';

type Deps = Readonly<{ runs: RetentionRuns; sites: SiteCatalogue; clock: Clock }>;

const at = '02:30';
const dayMs = 24 * 3_600_000;

/**
 * Sees to it that every site has last night's run and the next one. Each is planned once by this process, and once by
 * all of them; a night on which nothing ran is made up for.
 */
export function planRetention({ runs, sites, clock }: Deps): () => Promise<void> {
  const planned = new Set<string>();
  return async () => {
    const now = clock.now();
    for (const site of sites.list()) {
      for (const { date, at: plannedAt } of nightsOf(site, now)) {
        const id = `${site.id}_${date}`;
        if (planned.has(id)) continue;
        await runs.save(plannedRun({ id, siteId: site.id, date, plannedAt, actorId: '' }), []).catch(isPlanned);
        planned.add(id);
      }
    }
  };
}

function nightsOf(site: Site, now: Date) {
  // On every day, holidays too.
  const everyDay = { ...site, openingDays: [], holidays: [] };
  const dayBefore = new Date(now.getTime() - dayMs);
  return [nextDaily(everyDay, at, dayBefore), nextDaily(everyDay, at, now)].filter((night) => night !== undefined);
}

function isPlanned(error: unknown): void {
  if (!(error instanceof AppError) || error.kind !== 'stale') throw error;
}
