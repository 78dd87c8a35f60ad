import express, { type Request, type Response, Router } from 'express';
import type { FaultBoard } from '../faults/fault-board.ts';
import { strike } from '../faults/http-fault.ts';
import { complaints } from '../http/contract.ts';
import { allowOnly } from '../http/problem.ts';
import type { MessageStore } from '../messages/message-store.ts';
import { readArguments } from './arguments.ts';
import { published } from './contract.ts';
import { type Arguments, textOf } from './method.ts';
import { methods } from './methods.ts';
import { SlackError } from './slack-error.ts';
import { demandScopes, scopesOf } from './token.ts';
import { recipientOf, type Workspace } from './workspace.ts';

export type SlackDeps = Readonly<{ workspace: Workspace; store: MessageStore; faults: FaultBoard }>;

/** `/slack/api/<method>`: Slack's Web API. Refusals are `{ok: false, error}` with status 200, as Slack has it. */
export function slackApiRoutes(deps: SlackDeps): Router {
  const routes = Router();
  const body = express.text({ type: () => true, limit: '2mb' });
  routes
    .route('/:method')
    .post(body, async (req, res) => {
      try {
        await answer(deps, req, res);
      } catch (error) {
        if (!(error instanceof SlackError)) throw error;
        res.json({ ok: false, error: error.code, ...error.extra });
      }
    })
    .all(allowOnly('POST'));
  return routes;
}

async function answer({ workspace, store, faults }: SlackDeps, req: Request<{ method: string }>, res: Response) {
  const name = req.params.method;
  const args = readArguments(req.get('content-type') ?? '', typeof req.body === 'string' ? req.body : '');
  const fault = faults.take('slack', [req.originalUrl, recipientIn(args, workspace)]);
  if (await strike(fault, res, refuse)) return;

  const rules = published.get(name);
  const method = methods[name];
  if (!rules || !method) throw new SlackError('unknown_method', { req_method: name });
  const scopes = scopesOf(bearer(req.get('authorization')) ?? textOf(args, 'token'));
  res.set('X-OAuth-Scopes', scopes.join(','));
  demandScopes(scopes, rules.scopes);
  if (!rules.check(args)) {
    const messages = complaints(rules.check).map((complaint) => `[ERROR] ${complaint}`);
    throw new SlackError('invalid_arguments', { response_metadata: { messages } });
  }
  res.json({ ok: true, ...(await method({ args, workspace, store, scopes })) });
}

function recipientIn(args: Arguments, workspace: Workspace): string {
  const reference = textOf(args, 'channel');
  const conversation = workspace.find(reference);
  return conversation ? recipientOf(conversation) : reference || textOf(args, 'email');
}

const bearer = (header: string | undefined): string | undefined =>
  /^Bearer (?<token>\S+)$/i.exec(header ?? '')?.groups?.token;

function refuse(res: Response, { status }: { status: number }): void {
  res.status(status).json({ ok: false, error: status === 429 ? 'ratelimited' : 'internal_error' });
}
