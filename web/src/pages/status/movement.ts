import { type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api } from '../../api/api.ts';
import type { Movement, SiteSummary } from '@guildhall/client';
import { say } from '../../parts/notice.ts';
import { useWords } from '../../words/words.ts';

const staleAfterMs = 60_000;
// A second tap of an excited thumb must not sign out again whoever has just come in.
const restMs = 1_000;

export const statusQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['status', siteId],
    queryFn: () => api.register.getStatus({ siteId }),
    staleTime: staleAfterMs,
    refetchOnWindowFocus: true,
  });

type Direction = 'in' | 'out';
type Wish = Readonly<{ direction: Direction; today: string; entrance?: string | undefined }>;

export type Movements = Readonly<{ move: (wish: Wish) => void; isMoving: boolean; error: Error | null }>;

/** Signs in and out. The page changes with the answer and not before: it is what the person shows at the desk. */
export function useMovement(site: SiteSummary): Movements {
  const { status: words } = useWords();
  const client = useQueryClient();
  const movedAt = useRef(Number.NEGATIVE_INFINITY);
  const { mutate, isPending, error } = useMutation({
    mutationFn: ({ direction, today, entrance }: Wish) =>
      direction === 'in'
        ? api.register.signIn({ siteId: site.id, clientDate: today, entrance })
        : api.register.signOut({ siteId: site.id, clientDate: today }),
    onSuccess: (movement, { direction }) => {
      movedAt.current = performance.now();
      show(client, site.id, direction, movement);
      say(direction === 'in' ? words.signedIn(movement.occupancy) : words.signedOut);
    },
    onSettled: () => void client.invalidateQueries(statusQuery(site.id)),
  });
  const move = (wish: Wish): void => {
    if (performance.now() - movedAt.current >= restMs) mutate(wish);
  };
  return { move, isMoving: isPending, error };
}

function show(client: QueryClient, siteId: string, direction: Direction, { changed, at, visitId }: Movement): void {
  client.setQueryData(statusQuery(siteId).queryKey, (before) => {
    if (!before) return before;
    const since = changed ? at : before.since;
    return { ...before, state: direction, ...(direction === 'in' ? { since, visitId } : { since: undefined }) };
  });
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
