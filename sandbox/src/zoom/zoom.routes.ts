import { type Response, Router } from 'express';
import { allowOnly } from '../http/problem.ts';
import { authorize } from '../oauth/authorize.ts';
import { clientOf, exchange } from '../oauth/exchange.ts';
import { OAuthError } from '../oauth/oauth-error.ts';
import type { ServiceDeps } from '../oauth/service-deps.ts';
import { bearerOf, formOf, serviceCall } from '../oauth/service-routes.ts';
import { displayName } from '../oauth/service-user.ts';

/** `/zoom`: signing in through Zoom, and who that was. */
export function zoomRoutes(deps: ServiceDeps): Router {
  const routes = Router();
  routes
    .route('/oauth/authorize')
    .get(authorize(deps, 'zoom', false))
    .all(allowOnly('GET'));
  const token = serviceCall(deps, 'zoom', oauthWords, (req, res) => {
    const authorization = req.get('authorization');
    if (!authorization?.startsWith('Basic '))
      throw new OAuthError(401, 'invalid_client', 'Invalid client_id or client_secret');
    const { user } = exchange(deps.grants, 'zoom', formOf(req), clientOf(authorization, {}));
    res.json({
      access_token: deps.grants.tokenFor(user),
      token_type: 'bearer',
      refresh_token: deps.grants.tokenFor(user),
      expires_in: 3_599,
      scope: 'user:read:user',
    });
  });
  routes.route('/oauth/token').post(token).all(allowOnly('POST'));
  const me = serviceCall(deps, 'zoom', apiWords, (req, res) => {
    const user = bearerOf(deps, req);
    res.json({
      id: user.subject,
      first_name: user.firstName,
      last_name: user.lastName,
      display_name: displayName(user),
      email: user.email,
      type: 2,
      status: 'active',
      account_id: 'sandbox',
    });
  });
  routes.route('/v2/users/me').get(me).all(allowOnly('GET'));
  return routes;
}

const oauthWords = (res: Response, { status, error, message }: OAuthError): void => {
  res.status(status).json({ reason: message, error });
};

const apiWords = (res: Response, { status, message }: OAuthError): void => {
  res.status(status).json({ code: status === 401 ? 124 : status, message });
};
