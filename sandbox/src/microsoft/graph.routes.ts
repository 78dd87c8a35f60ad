import { type Request, type Response, Router } from 'express';
import { decodeJwt } from 'jose';
import { allowOnly } from '../http/problem.ts';
import { OAuthError } from '../oauth/oauth-error.ts';
import type { ServiceDeps } from '../oauth/service-deps.ts';
import { serviceCall } from '../oauth/service-routes.ts';
import { displayName, type ServiceUser } from '../oauth/service-user.ts';

/** `/graph/v1.0`: what Graph tells of who is signed in. */
export function graphRoutes(deps: ServiceDeps): Router {
  const routes = Router();
  const me = serviceCall(deps, 'microsoft', graphWords, (req, res) => {
    res.json(profileOf(userOf(deps, req)));
  });
  routes.route('/me').get(me).all(allowOnly('GET'));
  return routes;
}

export const graphWords = (res: Response, { status, error, message }: OAuthError): void => {
  const code = status === 401 ? 'InvalidAuthenticationToken' : error;
  res.status(status).json({ error: { code, message, innerError: { 'request-id': 'sandbox' } } });
};

const unauthorized = (): OAuthError => new OAuthError(401, 'InvalidAuthenticationToken', 'Access token is not valid.');

/** Tokens are ours: what they say is believed, unlike by those who are tried against them. */
function userOf({ users, clock }: ServiceDeps, req: Request): ServiceUser {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(req.get('authorization') ?? '')?.[1];
  if (token === undefined) throw unauthorized();
  const { exp = 0, sandbox_user: key } = claimsOf(token);
  const user = typeof key === 'string' ? users.find('microsoft', key) : undefined;
  if (!user || exp * 1_000 <= clock.now().getTime()) throw unauthorized();
  return user;
}

function claimsOf(token: string): ReturnType<typeof decodeJwt> {
  try {
    return decodeJwt(token);
  } catch {
    throw unauthorized();
  }
}

const profileOf = (user: ServiceUser) => ({
  '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users/$entity',
  id: user.subject,
  displayName: displayName(user),
  givenName: user.firstName,
  surname: user.lastName,
  mail: user.mail,
  userPrincipalName: user.email,
  businessPhones: [],
});
