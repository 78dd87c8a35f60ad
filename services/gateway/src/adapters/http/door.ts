import type { IncomingMessage } from 'node:http';
import { AppError } from '@guildhall/kernel';
import type { Request, Response } from 'express';
import { type Answer, type Headers, noStore, send } from './answer.ts';
import type { ApiDeps } from './api-deps.ts';
import { answerCall, sceneOf } from './api.ts';
import { type Exchange, newExchange } from './exchange.ts';
import type { Feeds } from './feeds.ts';
import { endSpan, inSpan, type Observe } from './observation.ts';
import { problemAnswer } from './problem.ts';
import { methodNotAllowed } from './refusal.ts';
import type { Match } from './transcoding/router.ts';
import type { Route } from './transcoding/route.ts';
import { isWebhookPath, type Webhooks } from './webhooks/webhooks.ts';

export type DoorDeps = Readonly<{
  api: ApiDeps;
  find: (path: string) => Match<Route> | undefined;
  feeds: Feeds;
  webhooks: Webhooks;
  /** Answers that are there before anybody asks: health, documentation, problem pages. */
  pages: readonly ((path: string) => Promise<Answer | undefined>)[];
  web: (exchange: Exchange, response: Response) => Promise<boolean>;
  headers: Headers;
  trustedProxies: number;
  observe: Observe;
  isTracing: boolean;
}>;

/** Every request comes through here, and every one of them is answered. */
export function door(deps: DoorDeps) {
  return async (request: Request, response: Response): Promise<void> => {
    const exchange = newExchange(request, response, deps.trustedProxies);
    if (!deps.isTracing) return void (await serve(deps, exchange, response));
    await inSpan(request, async (span) => {
      exchange.traceId = span.spanContext().traceId;
      endSpan(span, exchange, await serve(deps, exchange, response));
    });
  };
}

async function serve(deps: DoorDeps, exchange: Exchange, response: Response): Promise<number> {
  let status = 200;
  let failure: unknown;
  try {
    const answer = await dispatch(deps, exchange, response);
    if (answer) {
      status = answer.status;
      send(response, answer, { ...deps.headers, ...exchange.headers });
    } else status = response.statusCode;
  } catch (error) {
    failure = error;
    const problem = problemAnswer(error, sceneOf(deps.api, exchange));
    status = problem.status;
    send(response, problem, { ...deps.headers, ...exchange.headers });
  }
  deps.observe(exchange, status, failure);
  return status;
}

/** The answer, or undefined when it is being written already. */
async function dispatch(deps: DoorDeps, exchange: Exchange, response: Response): Promise<Answer | undefined> {
  const match = deps.find(exchange.path);
  if (match && isForRoute(match, exchange)) return answerRoute(deps, match, exchange);
  if (isWebhookPath(exchange.path)) return deps.webhooks(exchange);
  if (isReading(exchange.request)) {
    for (const page of deps.pages) {
      const answer = await page(exchange.path);
      if (answer) return named(exchange, 'page', answer);
    }
  }
  const mayBeWeb = !/^\/api(\/|$)/.test(exchange.path);
  if (mayBeWeb && (await deps.web(exchange, response))) return named(exchange, 'web', undefined);
  throw new AppError('not-found', 'gateway.not_found', 'There is nothing here.');
}

/** A page of the application may have the address of a method that only takes what is posted there. */
const isForRoute = ({ byVerb }: Match<Route>, { path, request }: Exchange): boolean =>
  path.startsWith('/api/') || byVerb.has('GET') || !isReading(request);

/** What metrics and logs call it: there must be no more names than we can count. */
function named<T>(exchange: Exchange, route: string, answer: T): T {
  exchange.route = route;
  return answer;
}

const isReading = ({ method }: IncomingMessage): boolean => method === 'GET' || method === 'HEAD';

async function answerRoute(deps: DoorDeps, match: Match<Route>, exchange: Exchange): Promise<Answer | undefined> {
  const { byVerb, path } = match;
  const verb = exchange.request.method === 'HEAD' ? 'GET' : exchange.request.method;
  const route = byVerb.get(verb as 'GET');
  if (route === undefined) {
    const allow = [...byVerb.keys(), ...(byVerb.has('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
    if (verb === 'OPTIONS') return { status: 204, headers: { ...noStore, allow }, body: undefined };
    throw methodNotAllowed(allow);
  }
  exchange.route = route.pattern;
  if (route.feed === undefined) return answerCall(deps.api, route, path, exchange);
  await deps.feeds.answer(route, path, exchange);
  return undefined;
}
