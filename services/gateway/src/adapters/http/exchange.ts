import type { IncomingMessage, ServerResponse } from 'node:http';
import { randomBytes } from 'node:crypto';
import { anonymous, AppError, type Principal } from '@guildhall/kernel';
import { clientAddress } from './address.ts';

/** One request and what is found out about it on its way. */
export type Exchange = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  readonly search: string;
  readonly address: string;
  readonly startedAt: number;
  /** The trace that the request belongs to, once somebody needs to name it. */
  traceId: string | undefined;
  /** What metrics and logs call it: the pattern of its route, never the path. */
  route: string;
  principal: Principal;
  /** The version in `If-Match`, where the route takes one. */
  ifMatch: string | undefined;
  /** Headers that the answer carries whatever becomes of it. */
  headers: Record<string, string>;
};

const traceparent = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

export function newExchange(request: IncomingMessage, response: ServerResponse, trustedProxies: number): Exchange {
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  return {
    request,
    response,
    path: mark === -1 ? url : url.slice(0, mark),
    search: mark === -1 ? '' : url.slice(mark + 1),
    address: clientAddress(request, trustedProxies),
    startedAt: performance.now(),
    traceId: undefined,
    route: 'other',
    principal: anonymous,
    ifMatch: undefined,
    headers: {},
  };
}

/** The caller's trace, or one of our own: every problem can be found again by it. */
export const traceIdOf = (exchange: Exchange): string =>
  (exchange.traceId ??=
    traceparent.exec(String(exchange.request.headers.traceparent ?? ''))?.[1] ?? randomBytes(16).toString('hex'));

/** The query string as texts by name. */
export function queryOf({ search }: Exchange): ReadonlyMap<string, readonly string[]> {
  if (search === '') return noQuery;
  const query = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(search)) {
    const values = query.get(name);
    if (values) values.push(value);
    else query.set(name, [value]);
  }
  return query;
}

const noQuery: ReadonlyMap<string, readonly string[]> = new Map();

/** The variables of a path, with their percent signs resolved. */
export function decodePath(texts: readonly string[]): readonly string[] {
  try {
    return texts.map((text) => (text.includes('%') ? decodeURIComponent(text) : text));
  } catch {
    throw new AppError('malformed', 'gateway.malformed_path', 'The path has a percent sign that stands for nothing.');
  }
}
