import { useQuery } from '@tanstack/react-query';
import type { PropsWithChildren } from 'react';
import { Loading } from '../../parts/loading.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { placesQuery, rolesQuery } from './queries.ts';

/** What is chosen from roles and places, once those are there. */
export function ListsNeeded({ children }: PropsWithChildren) {
  const roles = useQuery(rolesQuery);
  const places = useQuery(placesQuery);
  const error = roles.error ?? places.error;
  const again = (): void => void Promise.all([roles.refetch(), places.refetch()]);
  if (error) return <ProblemAlert error={error} onRetry={again} />;
  return roles.data && places.data ? children : <Loading height={480} />;
}
