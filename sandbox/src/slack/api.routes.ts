import express, { type Request, type Response, Router } from 'express';
import type { FaultBoard } from '../faults/fault-board.ts';
import { strike } from '../faults/http-fault.ts';
import { complaints } from '../http/contract.ts';
import { allowOnly } from '../http/problem.ts';
import type { MessageStore } from '../messages/message-store.ts';
import { readArguments } from './arguments.ts';
import type { CallLog } from './call-log.ts';
import { published } from './contract.ts';
import type { Announce } from './events.ts';
import { type Arguments, textOf } from './method.ts';
import { methods } from './methods.ts';
import { SlackError } from './slack-error.ts';
import { demandScopes, scopesOf } from './token.ts';
import { recipientOf, type Workspace } from './workspace.ts';

export type SlackDeps = Readonly<{
  workspace: Workspace;
  store: MessageStore;
  faults: FaultBoard;
  announce: Announce;
  calls: CallLog;
}>;

/** `/slack/api/<method>`: Slack's Web API. Refusals are `{ok: false, error}` with status 200, as Slack has it. */
export function slackApiRoutes(deps: SlackDeps): Router {
  const routes = Router();
  const body = express.text({ type: () => true, limit: '2mb' });
  routes
    .route('/:method')
    .post(body, async (req, res) => {
      const name = req.params.method;
      let refused: (error: string) => void = () => undefined;
      try {
        const args = readArguments(req.get('content-type') ?? '', typeof req.body === 'string' ? req.body : '');
        refused = deps.calls.begin(name in methods ? name : 'unknown', args);
        if (await answer(deps, req, res, args)) refused('fault');
      } catch (error) {
        if (!(error instanceof SlackError)) throw error;
        refused(error.code);
        res.json({ ok: false, error: error.code, ...error.extra });
      }
    })
    .all(allowOnly('POST'));
  return routes;
}

/** True when a fault has answered instead. */
async function answer(deps: SlackDeps, req: Request<{ method: string }>, res: Response, args: Arguments) {
  const { workspace, store, faults, announce } = deps;
  const name = req.params.method;
  const token = bearer(req.get('authorization')) ?? textOf(args, 'token');
  const fault = faults.take('slack', [req.originalUrl, recipientIn(args, workspace), token]);
  if (await strike(fault, res, refuse)) return true;
  if (fault?.error !== undefined) throw new SlackError(fault.error);

  const rules = published.get(name);
  const method = methods[name];
  if (!rules || !method) throw new SlackError('unknown_method', { req_method: name });
  const scopes = scopesOf(token);
  res.set('X-OAuth-Scopes', scopes.join(','));
  demandScopes(scopes, rules.scopes);
  if (!rules.check(args)) {
    const messages = complaints(rules.check).map((complaint) => `[ERROR] ${complaint}`);
    throw new SlackError('invalid_arguments', { response_metadata: { messages } });
  }
  res.json({ ok: true, ...(await method({ args, workspace, store, scopes, announce })) });
  return false;
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
