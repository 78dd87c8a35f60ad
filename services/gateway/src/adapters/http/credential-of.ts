import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Credential } from '../../app/credentials/credential.ts';
import type { SessionCookie } from './session-cookie.ts';

/** The proof of identity that a request carries. A bearer token wins over a cookie, which browsers add unasked. */
export function credentialOf({ headers }: IncomingMessage, cookie: SessionCookie): Credential | undefined {
  const bearer = headers.authorization && /^Bearer +([\x21-\x7e]{1,512})$/i.exec(headers.authorization)?.[1];
  if (bearer) return credential('token', bearer);
  const session = cookie.read(headers.cookie);
  return session && session.length <= 512 ? credential('session', session) : undefined;
}

function credential(kind: Credential['kind'], token: string): Credential {
  const digest = hash('sha256', token, 'buffer');
  return { kind, hash: digest, key: `${kind} ${digest.toString('base64url')}` };
}
