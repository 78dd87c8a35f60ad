import { Router } from 'express';
import { AppError } from '@guildhall/kernel';
import { allowOnly } from '../http/problem.ts';
import { valid } from '../http/valid.ts';
import type { MessageStore } from './message-store.ts';
import { Search, select } from './search.ts';

/** `/sandbox/messages`: what was received, for tests and for people with curl. */
export function messageRoutes(store: MessageStore): Router {
  const routes = Router();
  routes
    .route('/')
    .get(async (req, res) => {
      const search = valid(Search, req.query, 'malformed', 'sandbox.invalid_query');
      await store.opened();
      res.json({ messages: select(store.list(search.channel), search) });
    })
    .delete(async (_req, res) => {
      await store.clear();
      res.status(204).end();
    })
    .all(allowOnly('GET', 'DELETE'));
  routes
    .route('/:id')
    .get(async (req, res) => {
      await store.opened();
      const message = store.find(req.params.id);
      if (!message) throw new AppError('not-found', 'sandbox.message_not_found', 'There is no such message any more.');
      res.json(message);
    })
    .all(allowOnly('GET'));
  return routes;
}
