import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { AccessRule } from '@guildhall/contracts';
import { AppError } from '@guildhall/kernel';
import type { Credential } from '../../app/credentials/credential.ts';

export type Csrf = Readonly<{
  /** The token that belongs to a session. */
  tokenOf(credential: Credential): string;
  /** Throws unless a changing request was made by a page of ours. */
  assertOurs(request: IncomingMessage, access: AccessRule, credential: Credential | undefined): void;
}>;

/**
 * Cookies travel with requests that other sites cause; a bearer token does not. So whatever a cookie authenticates must
 * carry the token of its session, and what changes anything must not come from a foreign page.
 */
export function csrf(key: Uint8Array, publicUrl: string): Csrf {
  const publicOrigin = new URL(publicUrl).origin;
  // Made once per credential and not per request: a keyed hash was a quarter of the time that a request takes.
  const made = new WeakMap<Credential, string>();
  const tokenOf = (credential: Credential): string => {
    const known = made.get(credential);
    if (known !== undefined) return known;
    const token = createHmac('sha256', key).update(credential.hash).digest('base64url');
    made.set(credential, token);
    return token;
  };
  return {
    tokenOf,
    assertOurs(request, access, credential) {
      if (credential !== undefined && credential.kind !== 'session') return;
      if (isForeign(request, publicOrigin)) throw refusal('This request comes from another site.');
      if (credential === undefined || access.kind === 'public') return;
      const given = request.headers['x-csrf-token'];
      if (typeof given !== 'string' || !isEqual(given, tokenOf(credential))) {
        throw refusal('The page is out of date. Reload it and try again.');
      }
    },
  };
}

const refusal = (detail: string): AppError => new AppError('forbidden', 'gateway.csrf_required', detail);

function isForeign({ headers }: IncomingMessage, publicOrigin: string): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return headers['sec-fetch-site'] === 'cross-site';
  if (origin === publicOrigin) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

function isEqual(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
