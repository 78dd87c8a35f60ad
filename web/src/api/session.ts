import { queryOptions, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { api } from './api.ts';
import type { GetSessionResponse, Person } from '@guildhall/client';
import { setCsrfToken } from './http.ts';
import { isProblem } from './problem.ts';
import { forget, remembered } from '../offline/remembered.ts';

export type Session = GetSessionResponse;

const oneMinuteMs = 60_000;

async function getSession(): Promise<Session | null> {
  try {
    const { value: session } = await remembered('session', () => api.gateway.getSession());
    setCsrfToken(session.csrfToken);
    return session;
  } catch (error) {
    if (!isProblem(error) || error.status !== 401) throw error;
    setCsrfToken('');
    await forget('session');
    return null;
  }
}

/** Who is signed in on this device; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: getSession,
  staleTime: oneMinuteMs,
  // Without a connection the page opens for whoever was signed in when there was one.
  networkMode: 'always',
});

export const useSession = (): Session => {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data) throw new Error('this page is for people who are signed in');
  return data;
};

/** True when the person signed in holds the permission. */
export function useMay(): (permission: string) => boolean {
  const { data } = useQuery(sessionQuery);
  return (permission) => data?.permissions.includes(permission) ?? false;
}

/** Shows the person signed in as changed. */
export function useChangedPerson(): (person: Person) => void {
  const client = useQueryClient();
  return (person) =>
    void client.setQueryData<Session | null>(sessionQuery.queryKey, (session) => session && { ...session, person });
}

/** Forgets everything of the last person on this device, and asks anew who is here. */
export function useNewSession(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
  };
}
