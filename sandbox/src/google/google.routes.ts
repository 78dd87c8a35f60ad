import { type Request, Router } from 'express';
import { allowOnly } from '../http/problem.ts';
import { authorize } from '../oauth/authorize.ts';
import { clientOf, exchange } from '../oauth/exchange.ts';
import type { Grant } from '../oauth/grants.ts';
import type { ServiceDeps } from '../oauth/service-deps.ts';
import { bearerOf, formOf, originOf, plainWords, seconds, serviceCall } from '../oauth/service-routes.ts';
import { displayName, type ServiceUser } from '../oauth/service-user.ts';
import { accountToken, jwtBearer } from './service-account.ts';

const lifeSeconds = 3_599;

/** `/google`: OpenID Connect as Google does it. */
export function googleRoutes(deps: ServiceDeps): Router {
  const routes = Router();
  routes
    .route('/o/oauth2/v2/auth')
    .get(authorize(deps, 'google', true))
    .all(allowOnly('GET'));
  const token = serviceCall(deps, 'google', plainWords, async (req, res) => {
    if (formOf(req).grant_type === jwtBearer) return void res.json(await accountToken(deps, formOf(req)));
    const grant = exchange(deps.grants, 'google', formOf(req), clientOf(req.get('authorization'), formOf(req)));
    res.json({
      access_token: deps.grants.tokenFor(grant.user),
      expires_in: lifeSeconds,
      scope: grant.scope,
      token_type: 'Bearer',
      id_token: await deps.keys.sign(idToken(deps, req, grant)),
    });
  });
  routes.route('/token').post(token).all(allowOnly('POST'));
  const certificates = serviceCall(deps, 'google', plainWords, async (_req, res) => {
    res.set('Cache-Control', 'public, max-age=3600').json(await deps.keys.published());
  });
  routes.route('/oauth2/v3/certs').get(certificates).all(allowOnly('GET'));
  const userinfo = serviceCall(deps, 'google', plainWords, (req, res) => {
    res.json(profileOf(bearerOf(deps, req)));
  });
  routes.route('/v1/userinfo').get(userinfo).all(allowOnly('GET'));
  return routes;
}

function idToken({ clock }: ServiceDeps, req: Request, { user, clientId, nonce }: Grant) {
  const now = seconds(clock.now());
  return {
    iss: `${originOf(req)}/google`,
    aud: clientId,
    azp: clientId,
    iat: now,
    exp: now + lifeSeconds,
    ...(nonce && { nonce }),
    ...profileOf(user),
  };
}

const profileOf = (user: ServiceUser) => ({
  sub: user.subject,
  email: user.email,
  email_verified: user.emailVerified,
  name: displayName(user),
  given_name: user.firstName,
  family_name: user.lastName,
});
