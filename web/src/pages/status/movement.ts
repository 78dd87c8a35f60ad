import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../api/api.ts';
import type { Movement, SiteSummary } from '../../api/gen/client.ts';
import { isProblem } from '../../api/problem.ts';
import { say } from '../../parts/notice.ts';
import { useWords } from '../../words/words.ts';

const staleAfterMs = 60_000;

export const statusQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['status', siteId],
    queryFn: () => api.register.getStatus({ siteId }),
    staleTime: staleAfterMs,
    refetchOnWindowFocus: true,
  });

type Movements = Readonly<{
  move: (direction: 'in' | 'out', choice: { today: string; entrance?: string }) => void;
  isMoving: boolean;
  error: Error | null;
}>;

/** Signs in and out. A page of another day is refused by the platform; it is brought up to date and says so. */
export function useMovement(site: SiteSummary): Movements {
  const { status: words } = useWords();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ direction, today, entrance }: { direction: 'in' | 'out'; today: string; entrance?: string }) =>
      direction === 'in'
        ? api.register.signIn({ siteId: site.id, clientDate: today, ...(entrance && { entrance }) })
        : api.register.signOut({ siteId: site.id, clientDate: today }),
    onSuccess: ({ occupancy }: Movement, { direction }) =>
      say(direction === 'in' ? words.signedIn(occupancy) : words.signedOut),
    onSettled: () => client.invalidateQueries({ queryKey: ['status', site.id] }),
  });
  const isOldPage = isProblem(error, 'register.wrong_date');
  return {
    move: (direction, choice) => mutate({ direction, ...choice }),
    isMoving: isPending,
    error: isOldPage ? new WrongDay(words.wrongDate) : error,
  };
}

export class WrongDay extends Error {
  override readonly name = 'WrongDay';
}

/** Brings the page up to date when somebody comes back to it, and at the latest when it shows another day. */
export function useFreshness(siteId: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const refresh = (): void => {
      if (document.visibilityState !== 'visible') return;
      void client.invalidateQueries({
        queryKey: ['status', siteId],
        predicate: ({ state }) => Date.now() - state.dataUpdatedAt >= staleAfterMs,
      });
    };
    document.addEventListener('visibilitychange', refresh);
    const timer = setInterval(refresh, staleAfterMs);
    return () => {
      document.removeEventListener('visibilitychange', refresh);
      clearInterval(timer);
    };
  }, [client, siteId]);
}
