import { MutationCache, onlineManager, QueryCache, QueryClient } from '@tanstack/react-query';
import { isProblem } from './problem.ts';
import { sessionQuery } from './session.ts';

// A refusal is an answer; only what could not be reached is asked again.
const isWorthAnother = (failures: number, error: Error): boolean =>
  failures < 2 && (!isProblem(error) || error.status === 0 || error.status === 503);

/** The answers of the platform. `onExpired` is called when it no longer knows the person who was signed in. */
export function createClient(onExpired: () => void): QueryClient {
  // A page that opens without a connection is to notice when there is one.
  onlineManager.setOnline(navigator.onLine);
  const onError = (error: Error): void => {
    if (isProblem(error) && error.status === 401 && client.getQueryData(sessionQuery.queryKey)) onExpired();
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 10_000, retry: isWorthAnother },
      // Without a connection a change fails at once and says so: it must not happen by itself an hour later.
      mutations: { networkMode: 'always' },
    },
  });
  return client;
}
