import { environment } from './environment.ts';
import { ask, type Asked, type Reply } from './http.ts';

/** A browser or a program of somebody's: it keeps its cookie, and sends the CSRF token as pages do. */
export type Device = Readonly<{
  call<T = Record<string, unknown>>(verb: string, path: string, asked?: Asked): Promise<Reply<T>>;
  /** What its next request would carry as Cookie. */
  cookie(): string;
  /** The headers that say who it is. */
  headers(): Readonly<Record<string, string>>;
}>;

type Options = Readonly<{
  /** A personal token, sent with each request. */
  token?: string;
  cookie?: string;
  userAgent?: string;
}>;

const isWrite = (verb: string): boolean => !['GET', 'HEAD', 'OPTIONS'].includes(verb);

/** A device that nobody has signed in on, unless it is given a token or a cookie. */
export function newDevice({ token, cookie: given = '', userAgent = 'Guildhall e2e' }: Options = {}): Device {
  let cookie = given;
  let csrfToken = '';
  const headers = () => ({
    'user-agent': userAgent,
    ...(token && { authorization: `Bearer ${token}` }),
    ...(cookie && { cookie }),
  });
  const learnCsrfToken = async (): Promise<void> => {
    const { json } = await ask<{ csrfToken?: string }>(`${environment.webUrl}/api/auth/session`, 'GET', {
      headers: headers(),
    });
    csrfToken = json.csrfToken ?? '';
  };
  const call: Device['call'] = async (verb, path, asked = {}) => {
    const needsCsrf = isWrite(verb) && cookie !== '' && token === undefined;
    if (needsCsrf && csrfToken === '') await learnCsrfToken();
    const reply = await ask<never>(environment.webUrl + path, verb, {
      ...asked,
      headers: { ...headers(), ...(needsCsrf && csrfToken && { 'x-csrf-token': csrfToken }), ...asked.headers },
    });
    for (const set of reply.headers.getSetCookie()) {
      cookie = set.includes('Max-Age=0') ? '' : (set.split(';')[0] ?? '');
      csrfToken = '';
    }
    return reply;
  };
  return { call, cookie: () => cookie, headers };
}
