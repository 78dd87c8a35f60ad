import { type Request, type Response, Router } from 'express';
import { allowOnly } from '../http/problem.ts';
import { authorize } from '../oauth/authorize.ts';
import { clientOf, exchange } from '../oauth/exchange.ts';
import type { OAuthError } from '../oauth/oauth-error.ts';
import type { ServiceDeps } from '../oauth/service-deps.ts';
import { formOf, originOf, seconds, serviceCall } from '../oauth/service-routes.ts';
import { displayName, homeTenant } from '../oauth/service-user.ts';
import { appAccessToken, userAccessToken } from './access-token.ts';

const lifeSeconds = 3_600;

/** `/microsoft/{tenant}`: sign-in as Microsoft's identity platform does it. */
export function microsoftRoutes(deps: ServiceDeps): Router {
  const routes = Router();
  routes
    .route('/:tenant/oauth2/v2.0/authorize')
    .get(authorize(deps, 'microsoft', true))
    .all(allowOnly('GET'));
  const token = serviceCall(deps, 'microsoft', words, async (req, res) => {
    const form = formOf(req);
    const clientId = clientOf(req.get('authorization'), form);
    res.json(
      form.grant_type === 'client_credentials' ? await ofApp(deps, req, clientId) : await ofUser(deps, req, clientId),
    );
  });
  routes.route('/:tenant/oauth2/v2.0/token').post(token).all(allowOnly('POST'));
  const keys = serviceCall(deps, 'microsoft', words, async (_req, res) => {
    res.json(await deps.keys.published());
  });
  routes.route('/:tenant/discovery/v2.0/keys').get(keys).all(allowOnly('GET'));
  return routes;
}

async function ofUser(deps: ServiceDeps, req: Request, clientId: string) {
  const { user, scope, nonce } = exchange(deps.grants, 'microsoft', formOf(req), clientId);
  const [issuer, now] = [`${originOf(req)}/microsoft/${user.tenantId}/v2.0`, seconds(deps.clock.now())];
  const claims = {
    iss: issuer,
    aud: clientId,
    iat: now,
    exp: now + lifeSeconds,
    tid: user.tenantId,
    oid: user.subject,
    sub: `pairwise-${user.subject}`,
    ver: '2.0',
    name: displayName(user),
    preferred_username: user.email,
    ...(user.mail !== null && { email: user.mail }),
    ...(nonce && { nonce }),
  };
  return {
    token_type: 'Bearer',
    scope,
    expires_in: lifeSeconds,
    access_token: await userAccessToken(deps, user, { issuer, appId: clientId }),
    id_token: await deps.keys.sign(claims),
  };
}

async function ofApp(deps: ServiceDeps, req: Request, clientId: string) {
  const tenant = String(req.params.tenant);
  const issuer = `${originOf(req)}/microsoft/${tenant === 'common' ? homeTenant : tenant}/v2.0`;
  return {
    token_type: 'Bearer',
    expires_in: lifeSeconds,
    access_token: await appAccessToken(deps, { issuer, appId: clientId }),
  };
}

function words(res: Response, { status, error, message }: OAuthError): void {
  res
    .status(status)
    .json({ error, error_description: `AADSTS: ${message}`, error_codes: [], correlation_id: 'sandbox' });
}
