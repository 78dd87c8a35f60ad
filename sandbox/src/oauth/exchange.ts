import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Grant, Grants } from './grants.ts';
import { OAuthError } from './oauth-error.ts';
import type { ServiceName } from './service-user.ts';

const Form = z.object({
  grant_type: z.string(),
  code: z.string().min(1).max(2_000),
  redirect_uri: z.string().max(2_000).default(''),
  code_verifier: z.string().max(128).default(''),
});

/** What the code in a token request was given for. Throws in the words of RFC 6749 and 7636. */
export function exchange(grants: Grants, service: ServiceName, form: unknown, clientId: string): Grant {
  const read = Form.safeParse(form);
  if (!read.success) throw new OAuthError(400, 'invalid_request', 'The request is missing a required parameter.');
  const { grant_type: type, code, redirect_uri: redirectUri, code_verifier: verifier } = read.data;
  if (type !== 'authorization_code') throw new OAuthError(400, 'unsupported_grant_type', 'Invalid grant_type.');
  const grant = grants.redeem(code);
  if (grant?.service !== service) throw new OAuthError(400, 'invalid_grant', 'Malformed or expired auth code.');
  if (grant.clientId !== clientId) throw new OAuthError(401, 'invalid_client', 'The code belongs to another client.');
  if (grant.redirectUri !== redirectUri) throw new OAuthError(400, 'redirect_uri_mismatch', 'Not the same address.');
  const digest = createHash('sha256').update(verifier).digest('base64url');
  if (grant.challenge !== '' && grant.challenge !== digest) {
    throw new OAuthError(400, 'invalid_grant', 'Invalid code verifier.');
  }
  return grant;
}

/** Who calls, by HTTP Basic or by the form. Any secret will do but none. */
export function clientOf(authorization: string | undefined, form: Readonly<Record<string, unknown>>): string {
  const [id, secret] = authorization?.startsWith('Basic ')
    ? Buffer.from(authorization.slice('Basic '.length), 'base64').toString().split(':')
    : [form.client_id, form.client_secret];
  if (typeof id !== 'string' || typeof secret !== 'string' || id === '' || secret === '' || secret === 'wrong') {
    throw new OAuthError(401, 'invalid_client', 'The client could not be authenticated.');
  }
  return id;
}
