import { Router } from 'express';
import { z } from 'zod';
import { jsonBody } from '../http/json-body.ts';
import { allowOnly } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import { Fault, providers } from './fault.ts';
import type { FaultBoard } from './fault-board.ts';

const Which = z.strictObject({ provider: z.enum(providers).optional() });

/** `/sandbox/faults`: makes the simulated providers fail as real ones do. */
export function faultRoutes(board: FaultBoard): Router {
  const routes = Router();
  routes
    .route('/')
    .get((_req, res) => {
      res.json({ faults: board.list() });
    })
    .put(jsonBody, (req, res) => {
      board.add(valid(Fault, req.body, 'invalid', 'sandbox.invalid_fault'));
      res.status(204).end();
    })
    .delete((req, res) => {
      board.clear(valid(Which, req.query, 'malformed', 'sandbox.invalid_query').provider);
      res.status(204).end();
    })
    .all(allowOnly('GET', 'PUT', 'DELETE'));
  return routes;
}
