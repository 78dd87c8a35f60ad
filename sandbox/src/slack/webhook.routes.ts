import express, { type Request, type Response, Router } from 'express';
import { strike } from '../faults/http-fault.ts';
import { allowOnly } from '../http/problem.ts';
import type { SlackDeps } from './api.routes.ts';
import { readBlocks, wordsOf } from './blocks.ts';
import { checkWebhook } from './contract.ts';
import { SlackError } from './slack-error.ts';

const revoked = 'B0REVOKED';
const statuses: Readonly<Record<string, number>> = { no_service: 404, no_team: 404, channel_is_archived: 410 };

type Deps = Omit<SlackDeps, 'announce' | 'calls'>;
type Hook = { team: string; hook: string; secret: string };

/** `/slack/services/T…/B…/…`: incoming webhooks. The hook `B0NORTH` posts to `#north`, any other likewise. */
export function slackWebhookRoutes(deps: Deps): Router {
  const routes = Router();
  const body = express.text({ type: () => true, limit: '2mb' });
  routes
    .route('/:team/:hook/:secret')
    .post(body, async (req, res) => {
      try {
        await take(deps, req, res);
      } catch (error) {
        if (!(error instanceof SlackError)) throw error;
        sendText(res, statuses[error.code] ?? 400, error.code);
      }
    })
    .all(allowOnly('POST'));
  return routes;
}

async function take({ workspace, store, faults }: Deps, req: Request<Hook>, res: Response): Promise<void> {
  const { team, hook } = req.params;
  const name = /^B0?(?<name>[A-Z0-9]{1,79})$/.exec(hook)?.groups?.name?.toLowerCase();
  const fault = faults.take('slack', [req.originalUrl, `#${name ?? hook}`]);
  if (await strike(fault, res, refuse)) return;

  if (!/^T[A-Z0-9]+$/.test(team)) throw new SlackError('no_team');
  if (!name || hook === revoked) throw new SlackError('no_service');
  const payload = readPayload(req);
  if (!checkWebhook(payload)) throw new SlackError('invalid_payload');
  const { text = '', blocks: sentBlocks, attachments, ...rest } = payload as Record<string, unknown>;
  const blocks = readBlocks(sentBlocks);
  if (String(text).trim() === '' && blocks.length === 0 && !attachments) throw new SlackError('no_text');
  const channel = workspace.channel(name);
  if (channel.isArchived) throw new SlackError('channel_is_archived');
  const raw = {
    ...rest,
    method: 'webhook',
    hook,
    channel: channel.id,
    ts: workspace.nextTs(),
    text,
    blocks,
    attachments,
  };
  await store.record({ channel: 'slack', to: `#${name}`, text: String(text) || wordsOf(blocks), raw });
  sendText(res, 200, 'ok');
}

/** JSON, or a form whose `payload` is JSON. */
function readPayload(req: Request<Hook>): unknown {
  const body = typeof req.body === 'string' ? req.body : '';
  const json = req.is('application/x-www-form-urlencoded') ? new URLSearchParams(body).get('payload') : body;
  try {
    return JSON.parse(json ?? '');
  } catch {
    throw new SlackError('invalid_payload');
  }
}

const sendText = (res: Response, status: number, text: string): void => {
  res.status(status).type('text/plain').send(text);
};

const refuse = (res: Response, { status }: { status: number }): void =>
  sendText(res, status, status === 429 ? 'rate_limited' : 'server_error');
