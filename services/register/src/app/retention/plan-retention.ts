import type { Clock } from '@guildhall/kernel';
import { AppError } from '@guildhall/kernel';
import { plannedRun } from '../../domain/retention/retention-run.ts';
import { nextDaily } from '../../domain/schedule.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { RetentionRuns } from './ports.ts';

type Deps = Readonly<{ runs: RetentionRuns; sites: SiteCatalogue; clock: Clock }>;

const at = '02:30';

/** Sees to it that every site has its next run. Each is planned once by this process, and once by all of them. */
export function planRetention({ runs, sites, clock }: Deps): () => Promise<void> {
  const planned = new Map<string, string>();
  return async () => {
    for (const site of sites.list()) {
      // On every day, holidays too.
      const next = nextDaily({ ...site, openingDays: [], holidays: [] }, at, clock.now());
      if (!next || planned.get(site.id) === next.date) continue;
      const { date, at: plannedAt } = next;
      const run = plannedRun({ id: `${site.id}_${date}`, siteId: site.id, date, plannedAt, actorId: '' });
      await runs.save(run, []).catch(isPlanned);
      planned.set(site.id, date);
    }
  };
}

function isPlanned(error: unknown): void {
  if (!(error instanceof AppError) || error.kind !== 'stale') throw error;
}
