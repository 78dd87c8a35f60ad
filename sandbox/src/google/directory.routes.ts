import { type Request, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import { jsonBody } from '../http/json-body.ts';
import { allowOnly } from '../http/problem.ts';
import { OAuthError } from '../oauth/oauth-error.ts';
import type { ServiceDeps } from '../oauth/service-deps.ts';
import { serviceCall } from '../oauth/service-routes.ts';
import type { CallLog } from '../slack/call-log.ts';
import type { Access, AccessLists } from './access-lists.ts';
import { apiWords, checked, paged } from './api-words.ts';
import { assertMay } from './service-account.ts';

const scopes = ['', '.member'].map((part) => `https://www.googleapis.com/auth/admin.directory.group${part}`);
/** What any call of Google's may say besides. */
const common = { alt: z.literal('json').optional(), fields: z.string().optional(), prettyPrint: z.string().optional() };
const Nothing = z.strictObject(common);
const List = z.strictObject({
  ...common,
  maxResults: z.coerce.number().int().min(1).max(200).default(200),
  pageToken: z.string().optional(),
  roles: z.string().optional(),
});
const Member = z.strictObject({
  email: z.email().max(254).toLowerCase(),
  role: z.enum(['MEMBER', 'MANAGER', 'OWNER']).default('MEMBER'),
});

export type DirectoryDeps = ServiceDeps & Readonly<{ groups: AccessLists; calls: CallLog }>;

/** `/admin/directory/v1/groups/{group}/members`: who is in the groups, as the Admin SDK has it. */
export function groupRoutes(deps: DirectoryDeps): Router {
  const { groups } = deps;
  const routes = Router();
  const call = callOf(deps);
  const list = call('members.list', (req, res) => {
    const { maxResults, pageToken } = checked(List, req.query);
    const { page, ...next } = paged(groups.of(groupOf(deps, req)), maxResults, pageToken);
    const members = page.map(published);
    // An empty list is none at all.
    res.json({ kind: 'admin#directory#members', ...(members.length > 0 && { members }), ...next });
  });
  const insert = call('members.insert', (req, res) => {
    checked(Nothing, req.query);
    const group = groupOf(deps, req);
    const { email, role } = checked(Member, req.body);
    if (groups.find(group, email)) throw new OAuthError(409, 'duplicate', 'Member already exists.');
    res.json(published(groups.put(group, email, role)));
  });
  const remove = call('members.delete', (req, res) => {
    checked(Nothing, req.query);
    const group = groupOf(deps, req);
    const member = groups.find(group, String(req.params['member']));
    if (!member) throw new OAuthError(404, 'notFound', 'Resource Not Found: memberKey');
    groups.remove(group, member);
    res.status(204).end();
  });
  routes.route('/:group/members').get(list).post(jsonBody, insert).all(allowOnly('GET', 'POST'));
  routes.route('/:group/members/:member').delete(remove).all(allowOnly('DELETE'));
  return routes;
}

type Answer = (req: Request, res: Response) => void;

/** A call that is counted, struck by its faults, and made by who may. */
const callOf =
  (deps: DirectoryDeps) =>
  (method: string, answer: Answer): RequestHandler[] => [
    (req, _res, next) => {
      deps.calls.begin(method, { channel: String(req.params['group']), email: String(req.params['member'] ?? '') });
      next();
    },
    ...serviceCall(deps, 'google', apiWords, (req, res) => {
      assertMay(req, scopes, true);
      answer(req, res);
    }),
  ];

function groupOf({ groups }: DirectoryDeps, req: Request): string {
  const group = String(req.params['group']).toLowerCase();
  if (!groups.has(group)) throw new OAuthError(404, 'notFound', 'Resource Not Found: groupKey');
  return group;
}

const published = ({ id, email, role }: Access) => ({
  kind: 'admin#directory#member',
  id,
  email,
  role,
  type: 'USER',
  status: 'ACTIVE',
});
