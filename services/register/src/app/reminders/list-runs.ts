import type { Handler } from '@guildhall/kernel';
import { badPageToken, runNotFound } from '../../domain/refusals.ts';
import type { ReminderRun } from '../../domain/reminder.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { ReminderRuns, ReminderSends } from './ports.ts';
import type { RunReport } from './run-reminders.ts';

/** A `pageSize` of 0 is the usual one; `pageToken` may be empty. */
export type ListRuns = Readonly<{ siteId: string; pageSize: number; pageToken: string }>;
export type RunPage = Readonly<{ runs: readonly ReminderRun[]; nextPageToken?: string }>;

type Deps = Readonly<{ runs: ReminderRuns; sends: ReminderSends; sites: SiteCatalogue }>;

const usualPageSize = 50;

/** The runs of a site, newest first. */
export const listRunsHandler =
  ({ runs, sites }: Deps): Handler<ListRuns, RunPage> =>
  async ({ siteId, pageSize, pageToken }) => {
    const site = await sites.get(siteId);
    if (pageToken && !pageToken.startsWith(`${site.id}_`)) throw badPageToken();
    const limit = pageSize || usualPageSize;
    const found = await runs.of(site.id, limit + 1, pageToken || undefined);
    const last = found[limit - 1];
    return { runs: found.slice(0, limit), ...(found.length > limit && last && { nextPageToken: last.id }) };
  };

/** A run with what became of each person. */
export const getRunHandler =
  ({ runs, sends }: Deps): Handler<string, RunReport> =>
  async (runId) => {
    const run = await runs.find(runId);
    if (!run) throw runNotFound();
    return { run, sends: await sends.of(runId), targets: [] };
  };
