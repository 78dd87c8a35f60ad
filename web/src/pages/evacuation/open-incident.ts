import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { remembered } from '../../offline/remembered.ts';

/** Whether an incident is under way at a site; the last one known while the platform is out of reach. */
export const openIncidentQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['incidents', siteId, 'open'],
    queryFn: () =>
      remembered(`open-incident:${siteId}`, async () => {
        const { incidents } = await api.register.listIncidents({ siteId, open: true, pageSize: 1 });
        return incidents[0] ?? null;
      }),
    networkMode: 'always',
    refetchOnReconnect: 'always',
  });
