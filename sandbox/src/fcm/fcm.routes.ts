import { randomUUID } from 'node:crypto';
import express, { type Request, type Response, Router } from 'express';
import type { FaultBoard } from '../faults/fault-board.ts';
import { strike } from '../faults/http-fault.ts';
import { allowOnly } from '../http/problem.ts';
import type { MessageStore } from '../messages/message-store.ts';
import { answerOf, FcmError, fromStatus } from './fcm-error.ts';
import { readPushRequest } from './push-request.ts';

export type FcmDeps = Readonly<{ store: MessageStore; faults: FaultBoard }>;

type Params = { project: string };

/** `/fcm/v1/projects/{project}/messages:send`: Firebase Cloud Messaging. */
export function fcmRoutes(deps: FcmDeps): Router {
  const routes = Router();
  const body = express.text({ type: () => true, limit: '64kb' });
  routes
    .route('/v1/projects/:project/messages\\:send')
    .post(body, async (req: Request<Params>, res) => {
      try {
        await send(deps, req, res);
      } catch (error) {
        if (!(error instanceof FcmError)) throw error;
        res.status(error.code).json(answerOf(error));
      }
    })
    .all(allowOnly('POST'));
  return routes;
}

async function send({ store, faults }: FcmDeps, req: Request<Params>, res: Response): Promise<void> {
  const given = parsed(req.body);
  const fault = faults.take('fcm', [req.originalUrl, tokenIn(given)]);
  if (await strike(fault, res, (_res, { status }) => void res.status(status).json(answerOf(fromStatus(status)))))
    return;

  if (!/^Bearer ya29\.\S+$/.test(req.get('authorization') ?? '')) {
    throw new FcmError(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.');
  }
  const { message, validate_only: isTrial } = readPushRequest(given);
  const name = `projects/${req.params.project}/messages/${isTrial ? 'fake_message_id' : `0:${randomUUID()}`}`;
  const { title = '', body = '' } = message.notification ?? {};
  const raw = { name, request: message, link: message.data?.['link'] ?? '' };
  if (!isTrial) await store.record({ channel: 'push', to: message.token, subject: title, text: body, raw });
  res.json({ name });
}

function parsed(body: unknown): unknown {
  try {
    return JSON.parse(typeof body === 'string' ? body : '');
  } catch {
    throw new FcmError(400, 'INVALID_ARGUMENT', 'Invalid JSON payload received.');
  }
}

function tokenIn(given: unknown): string {
  const { message } = (given ?? {}) as { message?: { token?: unknown } };
  return typeof message?.token === 'string' ? message.token : '';
}
