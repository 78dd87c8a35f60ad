import express, { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { strike } from '../faults/http-fault.ts';
import { allowOnly } from '../http/problem.ts';
import type { SlackDeps } from './api.routes.ts';
import { changed } from './changes.ts';
import type { Member } from './people.ts';
import { published } from './methods/users.ts';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error';
const type = 'application/scim+json';

/** The changes that are taken: whether the account is active (RFC 7644 3.5.2). */
const Patch = z.object({
  schemas: z.array(z.string()).nonempty(),
  Operations: z
    .array(
      z.object({
        op: z.string().regex(/^(add|replace)$/i),
        path: z.literal('active').optional(),
        value: z.union([z.boolean(), z.object({ active: z.boolean() }).transform(({ active }) => active)]),
      }),
    )
    .length(1),
});

class ScimError extends Error {
  readonly status: number;
  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}

/** `/slack/scim/v2/Users/{id}`: SCIM 2.0 for a `xoxp-` token of an owner; a bot's is refused. */
export function scimRoutes(deps: SlackDeps): Router {
  const routes = Router();
  const body = express.json({ type: () => true, limit: '64kb' });
  routes
    .route('/Users/:id')
    .get(call(deps, 'get', (member) => member))
    .patch(
      body,
      call(deps, 'patch', (member, req) => activated(deps, member, patchOf(req))),
    )
    .delete(call(deps, 'delete', (member) => void activated(deps, member, false)))
    .all(allowOnly('GET', 'PATCH', 'DELETE'));
  return routes;
}

type Answer = (member: Member, req: Request) => Member | void;

/** One call: counted, struck by its faults, refused in the words of SCIM. */
const call =
  ({ workspace, faults, calls }: SlackDeps, name: string, answer: Answer) =>
  async (req: Request<{ id: string }>, res: Response): Promise<void> => {
    const refused = calls.begin(`scim.users.${name}`, { user: req.params.id });
    const token = /^Bearer (\S+)$/i.exec(req.get('authorization') ?? '')?.[1] ?? '';
    if (await strike(faults.take('slack', [req.originalUrl, token]), res, struck)) return refused('fault');
    try {
      if (!/^xoxp-./.test(token) || /^xoxp-(revoked|inactive)/.test(token)) {
        throw new ScimError(401, 'invalid_authentication');
      }
      const member = workspace.member(req.params.id);
      if (!member) throw new ScimError(404, 'User not found');
      const now = answer(member, req);
      if (now) res.type(type).send(JSON.stringify(resourceOf(now)));
      else res.status(204).end();
    } catch (error) {
      if (!(error instanceof ScimError)) throw error;
      refused(String(error.status));
      refuse(res, error.status, error.message);
    }
  };

function activated(deps: SlackDeps, member: Member, isActive: boolean): Member {
  if ((member.isDeleted !== true) === isActive) return member;
  return changed(deps, { ...member, isDeleted: !isActive });
}

function patchOf(req: Request): boolean {
  const read = Patch.safeParse(req.body);
  if (!read.success) throw new ScimError(400, 'invalidSyntax');
  return read.data.Operations[0]?.value ?? true;
}

function resourceOf(member: Member) {
  const { id, name, email, isDeleted = false } = member;
  return {
    schemas: [USER],
    id,
    userName: name,
    displayName: published(member).real_name,
    active: !isDeleted,
    emails: [{ value: email, primary: true }],
  };
}

const struck = (res: Response, { status }: Readonly<{ status: number }>): void => refuse(res, status, 'internal_error');

function refuse(res: Response, status: number, detail: string): void {
  res
    .status(status)
    .type(type)
    .send(JSON.stringify({ schemas: [ERROR], status: String(status), detail }));
}
