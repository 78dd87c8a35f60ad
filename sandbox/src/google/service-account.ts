import type { Request } from 'express';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import { OAuthError } from '../oauth/oauth-error.ts';
import type { ServiceDeps } from '../oauth/service-deps.ts';

const lifeSeconds = 3_599;

export const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

const Assertion = z.object({
  iss: z.email(),
  aud: z.string().endsWith('/token'),
  scope: z.string().min(1),
  exp: z.number(),
  sub: z.email().optional(),
});

/**
 * A token for a service account that asks with a signed assertion (RFC 7523): any key will do. The account `revoked@…`
 * is not known any more; nobody at `elsewhere.example` lets an account work in their name.
 */
export async function accountToken({ keys }: ServiceDeps, form: Readonly<Record<string, unknown>>) {
  const said = Assertion.safeParse(claimsOf(form['assertion']));
  if (!said.success) throw new OAuthError(400, 'invalid_grant', 'Invalid JWT.');
  const { iss, scope, sub, exp } = said.data;
  // Tokens are of real time, as those who hold them count.
  const now = Math.floor(Date.now() / 1_000);
  if (exp <= now || iss.startsWith('revoked@')) throw new OAuthError(400, 'invalid_grant', 'Invalid JWT Signature.');
  if (sub?.endsWith('@elsewhere.example')) {
    throw new OAuthError(401, 'unauthorized_client', 'Client is unauthorized to retrieve access tokens.');
  }
  const token = await keys.sign({ iss, scope, exp: now + lifeSeconds, ...(sub && { sub }) });
  return { access_token: token, expires_in: lifeSeconds, token_type: 'Bearer' };
}

const Bearer = z.object({ scope: z.string(), exp: z.number(), sub: z.string().optional() });

/** In whose name a call is made, if that may be: by such a token, or by any that begins with `ya29.`. */
export function assertMay(req: Request, scopes: readonly string[], needsSubject: boolean): void {
  const token = /^Bearer (\S+)$/.exec(req.get('authorization') ?? '')?.[1] ?? '';
  if (token.startsWith('ya29.')) return;
  const said = Bearer.safeParse(claimsOf(token));
  if (!said.success || said.data.exp * 1_000 <= Date.now()) {
    throw new OAuthError(401, 'authError', 'Invalid Credentials');
  }
  if (!said.data.scope.split(' ').some((scope) => scopes.includes(scope))) {
    throw new OAuthError(403, 'insufficientPermissions', 'Request had insufficient authentication scopes.');
  }
  if (needsSubject && said.data.sub === undefined) {
    throw new OAuthError(403, 'forbidden', 'Not Authorized to access this resource/api');
  }
}

function claimsOf(token: unknown): unknown {
  try {
    return typeof token === 'string' ? decodeJwt(token) : undefined;
  } catch {
    return undefined;
  }
}
