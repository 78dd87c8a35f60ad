import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/api.ts';
import { useNewSession } from '../../api/session.ts';
import { dropSecret, secretFor } from './secrets.ts';

/** Lets somebody in who has just signed in, and takes them to where they wanted to be before we asked who they are. */
export function useFinish(): (next: string | undefined) => Promise<void> {
  const navigate = useNavigate();
  const newSession = useNewSession();
  return async (next) => {
    await newSession();
    await linkWaiting();
    await navigate({ href: next ?? '/', replace: true });
  };
}

/** Connects the service that had asked for the usual sign-in first. Should that fail, the person is signed in anyway. */
async function linkWaiting(): Promise<void> {
  const linkToken = secretFor('link');
  if (!linkToken) return;
  dropSecret('link');
  await api.identity.linkService({ linkToken }).catch(() => undefined);
}
