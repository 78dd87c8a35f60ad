import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useMay } from '../api/session.ts';
import { useSite } from '../api/sites.ts';
import { listQuery } from '../pages/evacuation/use-list.ts';
import { openIncidentQuery } from '../pages/evacuation/open-incident.ts';

const askRarelyMs = 10 * 60_000;

/**
 * True for whoever may run evacuations, and for the wardens of the chosen site. Their phone keeps the list of who is
 * inside from then on: it must be there when the connection is not.
 */
export function useWarden(): boolean {
  const mayRun = useMay()('register.evacuation.run');
  const { site } = useSite();
  const { isSuccess } = useQuery({
    ...openIncidentQuery(site?.id ?? ''),
    enabled: site !== undefined,
    staleTime: askRarelyMs,
    retry: false,
  });
  const isWarden = mayRun || isSuccess;
  useQuery({ ...listQuery(site?.id ?? ''), enabled: isWarden && site !== undefined });
  useEffect(() => {
    // The browser may clear what nobody uses for long, unless it is asked not to.
    if (isWarden) void navigator.storage?.persist?.();
  }, [isWarden]);
  return isWarden;
}
