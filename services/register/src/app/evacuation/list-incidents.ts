import type { Handler } from '@guildhall/kernel';
import type { Incident } from '../../domain/evacuation/incident.ts';
import { badPageToken } from '../../domain/refusals.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { type Asker, siteFor } from './access.ts';
import type { Incidents } from './ports.ts';

/** A `pageSize` of 0 is the usual one; `pageToken` may be empty. */
export type ListIncidents = Readonly<{
  siteId: string;
  openOnly: boolean;
  pageSize: number;
  pageToken: string;
  by: Asker;
}>;
export type IncidentPage = Readonly<{ incidents: readonly Incident[]; nextPageToken?: string }>;

type Deps = Readonly<{ sites: SiteCatalogue; incidents: Incidents }>;

const usualPageSize = 50;

/** Newest first: ids grow with time. */
export const listIncidentsHandler =
  ({ sites, incidents }: Deps): Handler<ListIncidents, IncidentPage> =>
  async ({ siteId, openOnly, pageSize, pageToken, by }) => {
    await siteFor(by, siteId, { sites });
    if (pageToken && !/^[\w-]{1,64}$/.test(pageToken)) throw badPageToken();
    const limit = pageSize || usualPageSize;
    const query = { siteId, openOnly, limit: limit + 1, ...(pageToken && { before: pageToken }) };
    const found = await incidents.list(query);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return { incidents: page, ...(found.length > limit && last && { nextPageToken: last.id }) };
  };
