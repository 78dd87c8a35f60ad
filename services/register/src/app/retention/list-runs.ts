import type { Handler } from '@guildhall/kernel';
import { badPageToken } from '../../domain/refusals.ts';
import type { RetentionRun } from '../../domain/retention/retention-run.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { RetentionRuns, RunPosition } from './ports.ts';

/** Texts may be empty; a `pageSize` of 0 is the usual one. */
export type ListRetentionRuns = Readonly<{ siteId: string; pageSize: number; pageToken: string }>;
export type RetentionRunPage = Readonly<{ runs: readonly RetentionRun[]; nextPageToken?: string }>;

type Deps = Readonly<{ runs: RetentionRuns; sites: SiteCatalogue }>;

const usualPageSize = 50;

/** The runs that have begun, newest first. */
export const listRetentionRunsHandler =
  ({ runs, sites }: Deps): Handler<ListRetentionRuns, RetentionRunPage> =>
  async ({ siteId, pageSize, pageToken }) => {
    const site = siteId ? await sites.get(siteId) : undefined;
    const limit = pageSize || usualPageSize;
    const before = pageToken ? parseToken(pageToken) : undefined;
    const found = await runs.begun({ ...(site && { siteId: site.id }), limit: limit + 1, ...(before && { before }) });
    const last = found[limit - 1];
    return { runs: found.slice(0, limit), ...(found.length > limit && last && { nextPageToken: tokenOf(last) }) };
  };

const tokenOf = ({ plannedAt, id }: RetentionRun): string => `${plannedAt.getTime()}_${id}`;

function parseToken(token: string): RunPosition {
  const [, time, id] = /^(\d{1,15})_(.+)$/.exec(token) ?? [];
  if (!time || !id) throw badPageToken();
  return { at: new Date(Number(time)), id };
}
