import { AppError } from '@guildhall/kernel';
import { Router } from 'express';
import { z } from 'zod';
import { jsonBody } from '../http/json-body.ts';
import { allowOnly } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { userAccessToken } from '../microsoft/access-token.ts';
import type { ServiceDeps } from './service-deps.ts';
import { originOf } from './service-routes.ts';
import { services, UserClaims } from './service-user.ts';

const Where = z.object({
  service: z.enum(services),
  key: z
    .string()
    .regex(/^[\w.-]{1,64}$/, 'must be letters, digits, points, hyphens')
    .default('nobody'),
});
const Wanted = z.strictObject({
  appId: z.string().min(1).max(100),
  audience: z.string().min(1).max(200).optional(),
  lifeSeconds: z.int().min(-86_400).max(86_400).optional(),
});

const where = (params: unknown) => valid(Where, params, 'not-found', 'sandbox.no_such_service');

/** `/sandbox/service-users`: who has an account at which service, and tokens in their names. */
export function serviceUserRoutes(deps: ServiceDeps): Router {
  const { users, keys } = deps;
  const routes = Router();
  routes
    .route('/keys/rotate')
    .post(async (_req, res) => {
      await keys.rotate();
      res.status(204).end();
    })
    .all(allowOnly('POST'));
  routes
    .route('/:service')
    .get((req, res) => {
      res.json({ users: users.list(where(req.params).service) });
    })
    .all(allowOnly('GET'));
  routes
    .route('/:service/:key')
    .put(jsonBody, (req, res) => {
      const { service, key } = where(req.params);
      res.json(users.put(service, key, valid(UserClaims, req.body, 'invalid', 'sandbox.invalid_user')));
    })
    .all(allowOnly('PUT'));
  routes
    .route('/microsoft/:key/tokens')
    .post(jsonBody, async (req, res) => {
      const { key } = where({ service: 'microsoft', key: req.params.key });
      const user = users.find('microsoft', key);
      if (!user) throw new AppError('not-found', 'sandbox.no_such_user', 'There is nobody of that name.');
      const { appId, audience, lifeSeconds } = valid(Wanted, req.body, 'invalid', 'sandbox.invalid_token');
      const issuer = `${originOf(req)}/microsoft/${user.tenantId}/v2.0`;
      const more = { ...(audience && { audience }), ...(lifeSeconds !== undefined && { lifeSeconds }) };
      res.status(201).json({ token: await userAccessToken(deps, user, { issuer, appId, ...more }) });
    })
    .all(allowOnly('POST'));
  return routes;
}
