import { type Api, createApi } from '@guildhall/client';
import type { Terminal } from '../terminal.ts';
import { caller, type Identity, nobody } from './call.ts';
import { credentialFile, type Credentials, type CredentialStore } from './credentials.ts';
import { Problem } from './problem.ts';

const defaultUrl = 'http://localhost:8080';

export type Asked = Readonly<{ url?: string; token?: string }>;
export type Session = Readonly<{ api: Api; url: string }>;

/** The platform as the person who is signed in here; `GUILDHALL_URL` and `GUILDHALL_TOKEN` stand in for options. */
export async function openSession({ env, folder }: Terminal, asked: Asked): Promise<Session> {
  const store = credentialFile(folder);
  const kept = await store.load();
  const url = asked.url ?? env['GUILDHALL_URL'] ?? kept?.url ?? defaultUrl;
  const token = asked.token ?? env['GUILDHALL_TOKEN'];
  if (token) return { url, api: createApi(caller(url, { headers: async () => bearer(token) })) };
  if (kept?.url !== url) throw new Problem(401, { detail: `Nobody is signed in to ${url}: guildhall login` });
  return { url, api: createApi(caller(url, device(store, kept))) };
}

export const urlOf = ({ env }: Terminal, { url }: Asked): string => url ?? env['GUILDHALL_URL'] ?? defaultUrl;

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** This machine, with an access token that is renewed when the platform takes it no more. */
function device(store: CredentialStore, kept: Credentials): Identity {
  let current = kept;
  return {
    headers: async () => bearer(current.accessToken),
    renew: async () => {
      const { refreshToken } = current;
      const renewing = createApi(caller(current.url, nobody)).identity.refreshAppToken({ refreshToken });
      const tokens = await renewing.catch((error: unknown) => {
        if (error instanceof Problem && error.status > 0 && error.status < 500) return undefined;
        throw error;
      });
      if (!tokens) return false;
      current = { url: current.url, accessToken: tokens.accessToken, refreshToken: tokens.refreshToken };
      await store.save(current);
      return true;
    },
  };
}

/** The platform as a browser sees it that is about to sign in: it keeps the cookie and the CSRF token that it is given. */
export function signingIn(url: string): Readonly<{ api: Api; takeCsrfToken(): Promise<void> }> {
  let cookie = '';
  let csrfToken = '';
  const browser: Identity = {
    headers: async () => (cookie ? { cookie, 'x-csrf-token': csrfToken } : {}),
    seen: (answer) => {
      cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    },
  };
  const api = createApi(caller(url, browser));
  return {
    api,
    takeCsrfToken: async () => {
      ({ csrfToken } = await api.gateway.getSession());
    },
  };
}
