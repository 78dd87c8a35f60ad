import { Router } from 'express';
import { z } from 'zod';
import { allowOnly } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { channelControls } from './channel-control.routes.ts';
import type { ControlDeps } from './controls.ts';
import { userControls } from './user-control.routes.ts';

const Which = z.strictObject({ method: z.string().max(80).optional() });

/** `/sandbox/slack`: the workspace as people at Slack change it, and what it was asked. */
export function slackControls(deps: ControlDeps): Router {
  const routes = Router();
  routes.use('/users', userControls(deps));
  routes.use('/channels', channelControls(deps));
  routes
    .route('/calls')
    .get((req, res) => {
      const { method } = valid(Which, req.query, 'malformed', 'sandbox.invalid_query');
      const counts = deps.calls.counts();
      const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
      res.json({ total, counts, ...(method !== undefined && { calls: deps.calls.of(method) }) });
    })
    .delete((_req, res) => {
      deps.calls.clear();
      res.status(204).end();
    })
    .all(allowOnly('GET', 'DELETE'));
  return routes;
}
