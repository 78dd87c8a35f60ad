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

const scopes = ['https://www.googleapis.com/auth/drive'];
const common = {
  alt: z.literal('json').optional(),
  fields: z.string().optional(),
  prettyPrint: z.string().optional(),
  supportsAllDrives: z.enum(['true', 'false']).optional(),
};
const Nothing = z.strictObject(common);
const List = z.strictObject({
  ...common,
  pageSize: z.coerce.number().int().min(1).max(100).default(100),
  pageToken: z.string().optional(),
});
const Create = z.strictObject({ ...common, sendNotificationEmail: z.enum(['true', 'false']).optional() });
const Permission = z.strictObject({
  type: z.literal('user'),
  role: z.enum(['reader', 'commenter', 'writer']),
  emailAddress: z.email().max(254).toLowerCase(),
});
/** From the least to the most. */
const roles = ['reader', 'commenter', 'writer', 'owner'];
const owner: Access = { id: '1', email: 'drive-owner@example.org', role: 'owner' };

export type DriveDeps = ServiceDeps & Readonly<{ folders: AccessLists; calls: CallLog }>;

/** `/drive/v3`: with whom folders are shared. */
export function driveRoutes(deps: DriveDeps): Router {
  const { folders } = deps;
  const routes = Router();
  const call = callOf(deps);
  const about = call('about.get', (req, res) => {
    if (checked(Nothing, req.query).fields === undefined) {
      throw new OAuthError(400, 'required', "The 'fields' parameter is required for this method.");
    }
    res.json({ user: { kind: 'drive#user', displayName: 'Guildhall', emailAddress: owner.email } });
  });
  const list = call('permissions.list', (req, res) => {
    const { pageSize, pageToken } = checked(List, req.query);
    const { page, ...next } = paged([owner, ...folders.of(folderOf(deps, req))], pageSize, pageToken);
    res.json({ kind: 'drive#permissionList', permissions: page.map(published), ...next });
  });
  const create = call('permissions.create', (req, res) => {
    checked(Create, req.query);
    const folder = folderOf(deps, req);
    const { emailAddress, role } = checked(Permission, req.body);
    const known = folders.find(folder, emailAddress);
    // Whoever may do more already keeps that.
    const keeps = known && roles.indexOf(known.role) >= roles.indexOf(role);
    res.json(published(keeps ? known : folders.put(folder, emailAddress, role)));
  });
  const remove = call('permissions.delete', (req, res) => {
    checked(Nothing, req.query);
    const folder = folderOf(deps, req);
    const permission = folders.find(folder, String(req.params['permission']));
    if (!permission) throw new OAuthError(404, 'notFound', 'Permission not found.');
    folders.remove(folder, permission);
    res.status(204).end();
  });
  routes.route('/about').get(about).all(allowOnly('GET'));
  routes.route('/files/:folder/permissions').get(list).post(jsonBody, create).all(allowOnly('GET', 'POST'));
  routes.route('/files/:folder/permissions/:permission').delete(remove).all(allowOnly('DELETE'));
  return routes;
}

type Answer = (req: Request, res: Response) => void;

const callOf =
  (deps: DriveDeps) =>
  (method: string, answer: Answer): RequestHandler[] => [
    (req, _res, next) => {
      deps.calls.begin(method, { channel: String(req.params['folder'] ?? '') });
      next();
    },
    ...serviceCall(deps, 'google', apiWords, (req, res) => {
      assertMay(req, scopes, false);
      answer(req, res);
    }),
  ];

function folderOf({ folders }: DriveDeps, req: Request): string {
  const folder = String(req.params['folder']);
  if (!folders.has(folder)) throw new OAuthError(404, 'notFound', 'File not found: .');
  return folder;
}

const published = ({ id, email, role }: Access) => ({
  kind: 'drive#permission',
  id,
  type: 'user',
  emailAddress: email,
  role,
  deleted: false,
});
