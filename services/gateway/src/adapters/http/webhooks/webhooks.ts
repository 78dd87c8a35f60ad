import { AppError } from '@guildhall/kernel';
import { hash } from 'node:crypto';
import type { ReceiveWebhook } from '../../../app/webhooks/receive-webhook.ts';
import { type Answer, noStore } from '../answer.ts';
import { readBytes } from '../body.ts';
import type { Exchange } from '../exchange.ts';
import { HttpRefusal, methodNotAllowed } from '../refusal.ts';
import type { Call, Webhook } from './webhook.ts';

const PREFIX = '/api/webhooks/';
/** Where a vendor may have been told to call instead. */
const otherPaths: ReadonlyMap<string, string> = new Map([['/slack/events', `${PREFIX}slack/events`]]);
const LIMIT_BYTES = 256 * 1_024;

type Deps = Readonly<{
  publicUrl: string;
  webhooks: readonly Webhook[];
  receive: ReceiveWebhook;
  /** How long a body may take to arrive. */
  bodyWithinMs?: number;
}>;

export type Webhooks = (exchange: Exchange) => Promise<Answer>;

/** Whether vendors are who calls there. */
export const isWebhookPath = (path: string): boolean => path.startsWith(PREFIX) || otherPaths.has(path);

/** What vendors tell us: only what they signed, each once, answered as soon as it is passed on. */
export function webhookDoor({ publicUrl, webhooks, receive, bodyWithinMs = 10_000 }: Deps): Webhooks {
  const byPath = new Map(webhooks.map((webhook) => [PREFIX + webhook.path, webhook]));
  return async (exchange) => {
    const { request, path } = exchange;
    const webhook = byPath.get(otherPaths.get(path) ?? path);
    if (!webhook) throw new AppError('not-found', 'gateway.not_found', 'There is nothing here.');
    exchange.route = path;
    if (request.method === 'OPTIONS') return { status: 204, headers: { ...noStore, allow }, body: undefined };
    if (request.method !== 'POST') throw methodNotAllowed(allow);
    const body = await bodyOf(exchange, bodyWithinMs);
    return takeCall(webhook, { url: publicUrl + (request.url ?? ''), headers: request.headers, body }, receive);
  };
}

/** What was signed is taken, once: it is known again by its signature, however else it may have been changed. */
export async function takeCall(webhook: Webhook, call: Call, receive: ReceiveWebhook): Promise<Answer> {
  const signature = webhook.check(call);
  const carryOut = webhook.read(call);
  if (typeof carryOut !== 'function') return carryOut;
  return receive(hash('sha256', `${webhook.path} ${signature}`, 'base64url'), carryOut);
}

/** Who sends slowly is told so, and hung up on. */
async function bodyOf(exchange: Exchange, withinMs: number): Promise<Buffer> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    exchange.headers = { ...exchange.headers, connection: 'close' };
    reject(new HttpRefusal(408, 'gateway.request_timeout', 'The request took too long to arrive.'));
  }, withinMs);
  try {
    return await Promise.race([readBytes(exchange.request, LIMIT_BYTES), late]);
  } finally {
    clearTimeout(timer);
  }
}

const allow = 'POST, OPTIONS';
