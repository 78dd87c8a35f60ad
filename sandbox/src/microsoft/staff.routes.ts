import { AppError } from '@guildhall/kernel';
import { type Request, Router } from 'express';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import { jsonBody } from '../http/json-body.ts';
import { allowOnly } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { OAuthError } from '../oauth/oauth-error.ts';
import type { ServiceDeps } from '../oauth/service-deps.ts';
import { originOf, serviceCall } from '../oauth/service-routes.ts';
import { graphWords } from './graph.routes.ts';
import type { Staff } from './staff.ts';

const pageSize = 100;

/** `/graph/v1.0/users/delta`: pages of the directory, and later what changed in it, for the app itself. */
export function staffRoutes(deps: ServiceDeps, staff: Staff): Router {
  const routes = Router();
  const delta = serviceCall(deps, 'microsoft', graphWords, (req, res) => {
    assertApp(deps, req);
    const { after, until, skip } = positionOf(req, staff);
    const all = staff.between(after, until);
    const page = all.slice(skip, skip + pageSize);
    const address = `${originOf(req)}${req.baseUrl}/users/delta`;
    const more = skip + pageSize < all.length;
    res.json({
      '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users',
      value: page.map(({ member, isRemoved }) =>
        isRemoved ? { id: member.id, '@removed': { reason: 'deleted' } } : member,
      ),
      ...(more
        ? { '@odata.nextLink': `${address}?$skiptoken=${after}.${until}.${skip + pageSize}` }
        : { '@odata.deltaLink': `${address}?$deltatoken=${until}` }),
    });
  });
  routes.route('/users/delta').get(delta).all(allowOnly('GET'));
  return routes;
}

/** A token of the app itself, and none of somebody who is signed in. */
function assertApp({ clock }: ServiceDeps, req: Request): void {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(req.get('authorization') ?? '')?.[1];
  const { exp = 0, idtyp } = token === undefined ? {} : decodeJwt(token);
  if (idtyp !== 'app') throw new OAuthError(403, 'Authorization_RequestDenied', 'Insufficient privileges.');
  if (exp * 1_000 <= clock.now().getTime()) throw new OAuthError(401, 'InvalidAuthenticationToken', 'Token is over.');
}

function positionOf(req: Request, staff: Staff) {
  const text = (name: string): string | undefined => {
    const value = req.query[name];
    return typeof value === 'string' ? value : undefined;
  };
  const numbers = (given: string | undefined): number[] => (given ?? '').split('.').map(Number);
  const [after = 0, until = staff.changes, skip = 0] = text('$skiptoken')
    ? numbers(text('$skiptoken'))
    : text('$deltatoken')
      ? numbers(text('$deltatoken'))
      : [];
  if (!(after <= staff.changes)) throw new OAuthError(410, 'syncStateNotFound', 'Start over.');
  return { after, until, skip };
}

const Member = z.strictObject({
  givenName: z.string().max(64).nullable().default(null),
  surname: z.string().max(64).nullable().default(null),
  mail: z.email().nullable().default(null),
  accountEnabled: z.boolean().default(true),
});
const Place = z.object({ id: z.string().regex(/^[\w.-]{1,64}$/, 'must be letters, digits, points, hyphens') });
const idOf = (req: Request): string => valid(Place, req.params, 'not-found', 'sandbox.no_such_member').id;

/** `/sandbox/directory`: who is in the staff directory. */
export function directoryRoutes(staff: Staff): Router {
  const routes = Router();
  routes
    .route('/')
    .get((_req, res) => {
      res.json({ members: staff.between(0, staff.changes).map(({ member }) => member) });
    })
    .delete((_req, res) => {
      staff.clear();
      res.status(204).end();
    })
    .all(allowOnly('GET', 'DELETE'));
  routes
    .route('/:id')
    .put(jsonBody, (req, res) => {
      const member = { id: idOf(req), ...valid(Member, req.body, 'invalid', 'sandbox.invalid_member') };
      staff.put(member);
      res.json(member);
    })
    .delete((req, res) => {
      if (!staff.remove(idOf(req))) throw new AppError('not-found', 'sandbox.no_such_member', 'There is nobody.');
      res.status(204).end();
    })
    .all(allowOnly('PUT', 'DELETE'));
  return routes;
}
