import type { Api, RetentionRun } from '@guildhall/client';
import { openSession } from '../../api/session.ts';
import { progress } from '../../output/progress.ts';
import { showRows } from '../../output/result.ts';
import type { Terminal } from '../../terminal.ts';
import type { Given } from './given.ts';

type Cleaning = Given & Readonly<{ days?: number; dryRun?: boolean }>;

export async function cleanOldRecords(terminal: Terminal, given: Cleaning): Promise<void> {
  const { api } = await openSession(terminal, given);
  const runs = await cleanEach(terminal, api, given);
  showRows(terminal, given, runs, [
    { heading: 'SITE', of: ({ siteId }) => siteId },
    { heading: 'KEPT FROM', of: ({ cutoff }) => cutoff },
    { heading: 'VISITS', of: (run) => run.visits },
    { heading: 'AUDIT ENTRIES', of: (run) => run.audits + run.adminAudits },
  ]);
  terminal.say(given.dryRun ? 'Nothing was deleted: this is what would go.' : 'Deleted.');
}

/** One site after the other, so that each is there to see when it is done. */
async function cleanEach(terminal: Terminal, { register }: Api, given: Cleaning): Promise<readonly RetentionRun[]> {
  const siteIds = given.site ? [given.site] : (await register.listSites()).sites.map(({ id }) => id);
  const bar = progress(terminal, 'Sites', siteIds.length);
  const runs: RetentionRun[] = [];
  try {
    for (const siteId of siteIds) {
      const answer = await register.runRetention({ siteId, dryRun: given.dryRun ?? false, days: given.days });
      runs.push(...answer.runs);
      bar.step();
    }
  } finally {
    bar.stop();
  }
  return runs;
}
