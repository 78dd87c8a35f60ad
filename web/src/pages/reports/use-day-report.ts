import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '../../api/api.ts';
import type { SiteSummary } from '@guildhall/client';
import { useLive } from '../../api/live.ts';

const askAgainMs = 60_000;
const gatherMs = 500;

/** The report of a day. Today's is asked for anew when somebody moves, and every minute should the feed be silent. */
export function useDayReport(site: SiteSummary, date: string) {
  const client = useQueryClient();
  const isToday = date === site.today;
  const queryKey = ['report', site.id, date];
  const query = useQuery({
    queryKey,
    queryFn: () => api.register.getReport({ siteId: site.id, date }),
    refetchInterval: isToday ? askAgainMs : false,
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Fifty people at the door are one question, and not fifty.
  const moved = (): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void client.invalidateQueries({ queryKey }), gatherMs);
  };
  const { isLive, lastHeardAt } = useLive(isToday ? api.register.streamPresence({ siteId: site.id }) : undefined, {
    'visit-opened': moved,
    'visit-closed': moved,
    'visit-rolled-over': moved,
    'visitor-renamed': moved,
    'visit-corrected': moved,
    'visit-reassigned': moved,
  });
  return { ...query, live: isToday ? { isLive: isLive && !query.isRefetchError, lastHeardAt } : undefined };
}
