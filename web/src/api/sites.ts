import { queryOptions, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { api } from './api.ts';
import type { SiteSummary } from '@guildhall/client';
import { remembered } from '../offline/remembered.ts';

const key = 'guildhall.site';

export const sitesQuery = queryOptions({
  queryKey: ['sites'],
  queryFn: async () => (await remembered('sites', () => api.register.listSites())).value.sites,
  networkMode: 'always',
  staleTime: 60_000,
});

export type ChosenSite = Readonly<{
  sites: readonly SiteSummary[] | undefined;
  site: SiteSummary | undefined;
  error: Error | null;
  retry: () => void;
  choose: (id: string) => void;
}>;

/** The site in the address, else the one last used on this device, else the first. */
export function useSite(): ChosenSite {
  const { data: sites, error, refetch } = useQuery(sitesQuery);
  const { site: asked }: { site?: string } = useSearch({ strict: false });
  const navigate = useNavigate();
  const wanted = asked ?? localStorage.getItem(key);
  return {
    sites,
    site: sites?.find(({ id }) => id === wanted) ?? sites?.[0],
    error,
    retry: () => void refetch(),
    choose: (id) => {
      localStorage.setItem(key, id);
      void navigate({ to: '.', search: (search: object) => ({ ...search, site: id }), replace: true });
    },
  };
}
