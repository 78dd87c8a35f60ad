import { createHash } from 'node:crypto';
import type { TestSandbox } from '../testing.ts';

export const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = createHash('sha256').update(verifier).digest('base64url');
const redirectUri = 'http://localhost:8080/oidc/callback';

export const request = {
  client_id: 'guildhall',
  redirect_uri: redirectUri,
  response_type: 'code',
  scope: 'openid email profile',
  state: 'a-state',
  nonce: 'a-nonce',
  code_challenge: challenge,
  code_challenge_method: 'S256',
};

/** Asks a simulated service for consent, with what is ours to add. */
export const visit = (sandbox: TestSandbox, path: string, more: Readonly<Record<string, string>> = {}) =>
  fetch(`${sandbox.url}${path}?${new URLSearchParams({ ...request, ...more }).toString()}`, { redirect: 'manual' });

/** The address that the browser is sent back to. */
export async function agree(sandbox: TestSandbox, path: string, more: Readonly<Record<string, string>>): Promise<URL> {
  const answer = await visit(sandbox, path, more);
  return new URL(answer.headers.get('location') ?? 'about:blank');
}

/** Exchanges a code as an honest client does, or as a change makes it. */
export const redeem = (
  sandbox: TestSandbox,
  path: string,
  code: string,
  change: Readonly<Record<string, string>> = {},
  headers: Readonly<Record<string, string>> = {},
) =>
  fetch(`${sandbox.url}${path}`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: redirectUri,
      client_id: 'guildhall',
      client_secret: 'a secret',
      ...change,
    }),
  });
