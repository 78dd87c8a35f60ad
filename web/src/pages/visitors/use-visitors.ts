import type { Visitor } from '@guildhall/client';
import { type QueryClient, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/api.ts';

const askMs = 20_000;

/** Everybody of a day at a site, page by page. */
async function fetchVisitors(siteId: string, date: string): Promise<readonly Visitor[]> {
  const found: Visitor[] = [];
  let pageToken: string | undefined;
  do {
    const page = await api.register.listVisitors({
      siteId,
      pageSize: 200,
      ...(date && { date }),
      ...(pageToken && { pageToken }),
    });
    found.push(...page.visitors);
    pageToken = page.nextPageToken;
  } while (pageToken);
  return found;
}

export const visitorsQuery = (siteId: string, date: string) =>
  queryOptions({
    queryKey: ['visitors', siteId, date],
    queryFn: () => fetchVisitors(siteId, date),
    refetchInterval: askMs,
  });

const refresh = (client: QueryClient): Promise<void> => client.invalidateQueries({ queryKey: ['visitors'] });

export const useRefresh = (): (() => Promise<void>) => {
  const client = useQueryClient();
  return () => refresh(client);
};

export type Show = 'expected' | 'inside' | 'gone';

export const isShow = (value: unknown): value is Show => value === 'expected' || value === 'inside' || value === 'gone';

export const showOf = ({ status }: Visitor): Show => (status === 'expected' || status === 'inside' ? status : 'gone');
