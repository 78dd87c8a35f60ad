import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { setCsrfToken } from '../../api/http.ts';
import { isProblem } from '../../api/problem.ts';
import { sessionQuery } from '../../api/session.ts';

/** Ends the session of this device and goes to the sign-in page. */
export function useSignOutHere(): () => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const leave = async (): Promise<void> => {
    try {
      await api.identity.logout({});
    } catch (error) {
      if (!isProblem(error) || error.status !== 401) throw error;
    }
    setCsrfToken('');
    client.clear();
    client.setQueryData(sessionQuery.queryKey, null);
    await navigate({ to: '/sign-in' });
  };
  return () => void leave();
}
