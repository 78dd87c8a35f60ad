import { createSign } from 'node:crypto';
import { type Dispatcher, request } from 'undici';
import { httpFailure } from './http-failure.ts';

/** The parts that we need of the key file of a Google service account. */
export type ServiceAccount = Readonly<{ clientEmail: string; privateKey: string; tokenUri: string }>;

const LIFE_SECONDS = 3_600;
// A token is renewed before it ends: what was signed with it may still be on its way.
const EARLY_MS = 120_000;

/**
 * Access tokens of a service account (RFC 7523), each used for most of its hour; with a `subject`, in that person's name
 * (domain-wide delegation). Those who ask while one is fetched wait for the same. Rejects with a `ProviderError` when
 * Google refuses, with what the network says otherwise.
 */
export function googleAccess(
  account: ServiceAccount,
  scope: string,
  dispatcher: Dispatcher,
  subject?: string,
): () => Promise<string> {
  let known: { token: Promise<string>; until: number } | undefined;
  return () => {
    if (known && known.until > Date.now()) return known.token;
    const token = fetchToken(account, scope, dispatcher, subject);
    const fetched = { token, until: Date.now() + LIFE_SECONDS * 1_000 - EARLY_MS };
    known = fetched;
    token.catch(() => {
      if (known === fetched) known = undefined;
    });
    return token;
  };
}

async function fetchToken(
  account: ServiceAccount,
  scope: string,
  dispatcher: Dispatcher,
  subject: string | undefined,
): Promise<string> {
  const { statusCode, headers, body } = await request(account.tokenUri, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: assertionOf(account, scope, subject),
    }).toString(),
    dispatcher,
  });
  const answer = (await body.json().catch(() => ({}))) as { access_token?: unknown; error?: unknown } | null;
  if (statusCode === 200 && typeof answer?.access_token === 'string') return answer.access_token;
  // Whatever Google says against the key, it is said about our account and not about a message.
  const status = statusCode < 500 && statusCode !== 429 ? 401 : statusCode;
  throw httpFailure('Google', { status, retryAfter: headers['retry-after']?.toString(), code: wordOf(answer?.error) });
}

function assertionOf({ clientEmail, privateKey, tokenUri }: ServiceAccount, scope: string, subject?: string): string {
  const now = Math.floor(Date.now() / 1_000);
  const claims = {
    iss: clientEmail,
    scope,
    aud: tokenUri,
    iat: now,
    exp: now + LIFE_SECONDS,
    ...(subject && { sub: subject }),
  };
  const signed = `${encoded({ alg: 'RS256', typ: 'JWT' })}.${encoded(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
}

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

const wordOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
