import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Credential } from '../../app/credentials/credential.ts';
import { recent } from '../../app/credentials/recent.ts';
import type { SessionCookie } from './session-cookie.ts';

export type CredentialOf = (request: IncomingMessage) => Credential | undefined;

const rememberedTokens = 10_000;

/**
 * Reads the proof of identity that a request carries: the same object for the same token, for as long as it is
 * remembered. A bearer token wins over a cookie, which browsers add unasked.
 */
export function credentialReader(cookie: SessionCookie): CredentialOf {
  // Hashed once per token and not per request, which would be a twentieth of the time that a request takes.
  const known = recent<Credential>(rememberedTokens);

  const credential = (kind: Credential['kind'], token: string): Credential => {
    const name = `${kind} ${token}`;
    let found = known.get(name);
    if (found === undefined) known.put(name, (found = newCredential(kind, token)));
    return found;
  };

  return ({ headers }) => {
    const bearer = headers.authorization && /^Bearer +([\x21-\x7e]{1,1024})$/i.exec(headers.authorization)?.[1];
    if (bearer) return credential(isSigned(bearer) ? 'app' : 'token', bearer);
    const session = cookie.read(headers.cookie);
    return session && session.length <= 512 ? credential('session', session) : undefined;
  };
}

// Our random tokens have no dot in them; a JSON web token has two.
const isSigned = (token: string): boolean => /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(token);

function newCredential(kind: Credential['kind'], token: string): Credential {
  const digest = hash('sha256', token, 'buffer');
  const key = `${kind} ${digest.toString('base64url')}`;
  return { kind, hash: digest, key, ...(kind === 'app' && { signed: token }) };
}
