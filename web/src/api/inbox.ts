import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { InboxCounts } from '@guildhall/client';
import { useEffect, useState } from 'react';
import { api } from './api.ts';
import { useLive } from './live.ts';

export const countsQuery = queryOptions({
  queryKey: ['inbox', 'counts'],
  queryFn: () => api.notifier.getInboxCounts(),
  staleTime: 0,
});

/** How much is new in the own inbox, live while the page is in sight: each browser has few connections for all its tabs. */
export function useInboxCounts(): InboxCounts | undefined {
  const client = useQueryClient();
  const isVisible = useVisible();
  const { data } = useQuery({ ...countsQuery, enabled: false });
  useLive(isVisible ? api.notifier.streamInbox() : undefined, {
    snapshot: (counts) => client.setQueryData(countsQuery.queryKey, counts as InboxCounts),
    'inbox-changed': () => {
      client.fetchQuery(countsQuery).catch(() => undefined);
      void client.invalidateQueries({ queryKey: ['inbox', 'list'] });
    },
  });
  return data;
}

function useVisible(): boolean {
  const [isVisible, setVisible] = useState(document.visibilityState !== 'hidden');
  useEffect(() => {
    const look = (): void => setVisible(document.visibilityState !== 'hidden');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return isVisible;
}
