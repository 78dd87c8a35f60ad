import { AppError } from '@guildhall/kernel';
import { Router } from 'express';
import { z } from 'zod';
import { jsonBody } from '../http/json-body.ts';
import { allowOnly } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import type { CallLog } from '../slack/call-log.ts';
import type { AccessLists } from './access-lists.ts';

/** Groups and folders of a demonstration. */
export const seededGroups = ['volunteers@example.org', 'branch-managers@example.org'];
export const seededFolders = ['volunteers-handbook', 'branch-managers-folder'];

const Email = z.email().max(254).toLowerCase();
const Place = z.object({ list: z.string().min(1).max(254), email: Email.optional() });

/** What differs between groups and folders. */
type Kind = Readonly<{ name: string; Role: z.ZodDefault<z.ZodType<string>> }>;

const kinds = {
  groups: { name: 'group', Role: z.enum(['MEMBER', 'MANAGER', 'OWNER']).default('MEMBER') },
  folders: { name: 'folder', Role: z.enum(['reader', 'commenter', 'writer']).default('reader') },
};

export type GoogleControlDeps = Readonly<{ groups: AccessLists; folders: AccessLists; calls: CallLog }>;

/** `/sandbox/google`: groups and folders as their administrators change them, and what Google was asked. */
export function googleControls({ groups, folders, calls }: GoogleControlDeps): Router {
  const routes = Router();
  routes.use('/groups', listControls(groups, kinds.groups));
  routes.use('/folders', listControls(folders, kinds.folders));
  routes
    .route('/calls')
    .get((_req, res) => {
      const counts = calls.counts();
      res.json({ total: Object.values(counts).reduce((sum, count) => sum + count, 0), counts });
    })
    .delete((_req, res) => {
      calls.clear();
      res.status(204).end();
    })
    .all(allowOnly('GET', 'DELETE'));
  return routes;
}

/** Lists by name, and who is on each. */
function listControls(lists: AccessLists, kind: Kind): Router {
  const routes = Router();
  routes
    .route('/')
    .get((_req, res) => {
      res.json({ names: lists.names() });
    })
    .all(allowOnly('GET'));
  routes
    .route('/:list')
    .get((req, res) => {
      res.json({ members: lists.of(known(lists, kind, req.params)) });
    })
    .put((req, res) => {
      lists.open(valid(Place, req.params, 'invalid', 'sandbox.invalid_name').list);
      res.status(204).end();
    })
    .delete((req, res) => {
      lists.close(known(lists, kind, req.params));
      res.status(204).end();
    })
    .all(allowOnly('GET', 'PUT', 'DELETE'));
  routes.use('/:list/members', memberControls(lists, kind));
  return routes;
}

function memberControls(lists: AccessLists, kind: Kind): Router {
  const routes = Router({ mergeParams: true });
  const Body = z.strictObject({ role: kind.Role });
  routes
    .route('/:email')
    .put(jsonBody, (req, res) => {
      const list = known(lists, kind, req.params);
      const { role } = valid(Body, req.body ?? {}, 'invalid', 'sandbox.invalid_member');
      res.json(lists.put(list, emailIn(req.params), role));
    })
    .delete((req, res) => {
      const list = known(lists, kind, req.params);
      const member = lists.find(list, emailIn(req.params));
      if (member) lists.remove(list, member);
      res.status(204).end();
    })
    .all(allowOnly('PUT', 'DELETE'));
  return routes;
}

const emailIn = (params: unknown): string =>
  valid(z.object({ email: Email }), params, 'invalid', 'sandbox.invalid_member').email;

function known(lists: AccessLists, { name }: Kind, params: unknown): string {
  const { list } = params as Readonly<{ list: string }>;
  if (lists.has(list)) return list;
  throw new AppError('not-found', `sandbox.no_such_${name}`, `There is no such ${name}.`);
}
