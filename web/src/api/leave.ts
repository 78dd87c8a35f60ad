import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type AnyRouter, useRouter } from '@tanstack/react-router';
import { api } from './api.ts';
import { setCsrfToken } from './http.ts';
import { isProblem } from './problem.ts';
import { sessionQuery } from './session.ts';
import { empty } from '../offline/vault.ts';

/** Goes to the sign-in page, and only then forgets the person: the pages that show them are gone by then. */
export async function toSignIn(client: QueryClient, router: AnyRouter, next?: string): Promise<void> {
  setCsrfToken('');
  await empty('memory').catch(() => undefined);
  await router.navigate({ to: '/sign-in', search: next && next !== '/' ? { next } : {}, replace: next !== undefined });
  client.clear();
  client.setQueryData(sessionQuery.queryKey, null);
}

/** Ends the session of this device. */
export function useLeave(): () => Promise<void> {
  const client = useQueryClient();
  const router = useRouter();
  return async () => {
    await api.identity.logout().catch((error: unknown) => {
      if (!isProblem(error) || error.status !== 401) throw error;
    });
    await toSignIn(client, router);
  };
}
