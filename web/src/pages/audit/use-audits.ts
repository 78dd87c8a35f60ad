import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { dayPlus } from '../../parts/days.ts';
import type { AuditSearch } from './search.ts';

/** The moment at which a day begins on the clock of this device. */
const startOf = (day: string): string => new Date(`${day}T00:00:00`).toISOString();

/** The entries that the filters leave, newest first. Both days are counted in. */
export const useAudits = ({ action, actor, subject, site, from, to }: AuditSearch) =>
  useInfiniteQuery({
    queryKey: ['audits', action, actor, subject, site, from, to],
    queryFn: ({ pageParam }) =>
      api.register.listAudits({
        action,
        actorId: actor,
        subjectId: subject,
        siteId: site,
        from: from && startOf(from),
        to: to && startOf(dayPlus(to, 1)),
        ...(pageParam && { pageToken: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextPageToken }) => nextPageToken,
  });
