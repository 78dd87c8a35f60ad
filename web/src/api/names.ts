import { useQueries } from '@tanstack/react-query';
import { api } from './api.ts';
import { useMay } from './session.ts';

const longMs = 300_000;

/** The names of people by their ids, of those that are still known; ids stand where there is none. */
export function useNames(ids: readonly string[]): (id: string) => string {
  const may = useMay();
  const wanted = [...new Set(ids.filter(Boolean))];
  const people = useQueries({
    queries: wanted.map((personId) => ({
      queryKey: ['person', personId],
      queryFn: () => api.identity.getPerson({ personId }),
      staleTime: longMs,
      enabled: may('people.read'),
    })),
  });
  const names = new Map(wanted.map((id, index) => [id, people[index]?.data?.displayName]));
  return (id) => names.get(id) ?? id;
}
