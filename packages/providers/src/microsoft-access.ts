import { type Dispatcher, request } from 'undici';
import { accountRefused, before, httpFailure, noAnswer, nonsense } from './http-failure.ts';
import { ProviderError } from './provider-error.ts';

/** An app registration that may send mail (`Mail.Send`, application permission). */
export type MicrosoftApp = Readonly<{ tenant: string; clientId: string; clientSecret: string }>;

export type AccessToken = Readonly<{
  /** The token as it is, or a new one. Rejects with a `ProviderError`. */
  get(): Promise<string>;
  /** Graph did not take it: the next one is asked for anew. */
  drop(): void;
}>;

// A token is renewed before it ends: what was signed with it may still be on its way.
const EARLY_MS = 300_000;

/** Access tokens by client credentials, each used for most of its life; those who ask while one is fetched wait for it. */
export function microsoftAccess(
  app: MicrosoftApp,
  loginUrl: string,
  scope: string,
  dispatcher: Dispatcher,
): AccessToken {
  let known: { token: Promise<string>; until: number } | undefined;
  const drop = (): void => void (known = undefined);
  return {
    drop,
    get: () => {
      if (known && known.until > Date.now()) return known.token;
      const fetched = { token: Promise.resolve(''), until: Number.POSITIVE_INFINITY };
      fetched.token = fetchToken(app, loginUrl, scope, dispatcher).then(({ token, lifeSeconds }) => {
        fetched.until = Date.now() + Math.max(lifeSeconds * 1_000 - EARLY_MS, 1_000);
        return token;
      });
      known = fetched;
      fetched.token.catch(() => known === fetched && drop());
      return fetched.token;
    },
  };
}

async function fetchToken(app: MicrosoftApp, loginUrl: string, scope: string, dispatcher: Dispatcher) {
  const { tenant, clientId, clientSecret } = app;
  const form = { client_id: clientId, client_secret: clientSecret, scope, grant_type: 'client_credentials' };
  try {
    const { statusCode, headers, body } = await request(`${loginUrl}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: new URLSearchParams(form).toString(),
      dispatcher,
    });
    const answer = ((await body.json().catch(() => ({}))) ?? {}) as Readonly<Record<string, unknown>>;
    if (statusCode !== 200) throw refusal(statusCode, headers['retry-after']?.toString(), answer['error']);
    const { access_token: token, expires_in: life } = answer;
    if (typeof token !== 'string' || token === '') throw nonsense('Microsoft');
    return { token, lifeSeconds: typeof life === 'number' ? life : 3_600 };
  } catch (error) {
    // Without a token nothing was sent.
    throw before(error instanceof ProviderError ? error : noAnswer('Microsoft', error));
  }
}

/** Whatever Microsoft says against the app, it is said about our account and not about a message. */
function refusal(status: number, retryAfter: string | undefined, error: unknown): ProviderError {
  const code = typeof error === 'string' ? error : undefined;
  if (status >= 500 || status === 429 || status === 408) {
    return httpFailure('Microsoft', { status, retryAfter, code });
  }
  return accountRefused('Microsoft', code && /^[\w.-]{1,64}$/.test(code) ? `${status}, ${code}` : String(status));
}
