import type { EvacuationList } from '@guildhall/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { recall, remembered, type Remembered } from '../../offline/remembered.ts';

const askMs = 60_000;

/** How old a list may be before one can no longer go by it. */
export const oldAfterMs = 5 * 60_000;

async function fetchList(siteId: string): Promise<Remembered<EvacuationList>> {
  const id = `list:${siteId}`;
  const before = (await recall<EvacuationList>(id))?.value;
  return remembered(id, async () => {
    const list = await api.register.getEvacuationList({ siteId, ...(before && { known: before.etag }) });
    return list.unchanged && before ? { ...list, people: before.people } : list;
  });
}

/** Who is inside, kept on this phone for the moment in which there is no connection. */
export const listQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['evacuation-list', siteId],
    queryFn: () => fetchList(siteId),
    networkMode: 'always',
    refetchOnReconnect: 'always',
    refetchInterval: askMs,
    staleTime: askMs / 2,
  });

export const useList = (siteId: string) => useQuery(listQuery(siteId));
