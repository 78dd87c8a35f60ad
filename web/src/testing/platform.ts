import { vi } from 'vitest';

export type Request = Readonly<{
  method: string;
  path: string;
  search: URLSearchParams;
  headers: Headers;
  body: unknown;
}>;

type Answer = Readonly<{ status?: number; body?: unknown; headers?: Record<string, string> }>;
type Route = Answer | ((request: Request) => Answer | Promise<Answer>);

/** Routes by "GET /api/..."; "*" at the end stands for the rest of a path. */
export type Routes = Readonly<Record<string, Route>>;

export const ok = (body: unknown): Answer => ({ body });

/** A refusal as the platform writes it. */
export const refused = (status: number, body: Readonly<Record<string, unknown>> = {}, retryAfter?: number): Answer => ({
  status,
  body: { title: 'Refused', status, ...body },
  ...(retryAfter !== undefined && { headers: { 'retry-after': String(retryAfter) } }),
});

/** Answers the calls of a page in place of the platform, for one test, and keeps what was asked. */
export function platform(routes: Routes) {
  const requests: Request[] = [];
  let now = routes;
  const answer = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const request = requestOf(address, init);
    requests.push(request);
    const route = routeOf(now, `${request.method} ${request.path}`);
    const { status = 200, body, headers } = typeof route === 'function' ? await route(request) : route;
    return new Response(status === 204 ? null : JSON.stringify(body), { status, ...(headers && { headers }) });
  };
  vi.stubGlobal('fetch', vi.fn<typeof answer>(answer));
  return {
    requests,
    asked: (what: string) => requests.filter(({ method, path }) => `${method} ${path}` === what),
    change: (routesToo: Routes) => {
      now = { ...now, ...routesToo };
    },
  };
}

function requestOf(address: string, { method = 'GET', headers, body }: RequestInit): Request {
  const { pathname, searchParams } = new URL(address, 'http://guildhall.test');
  const parsed: unknown = typeof body === 'string' ? JSON.parse(body) : undefined;
  return { method, path: pathname, search: searchParams, headers: new Headers(headers), body: parsed };
}

function routeOf(routes: Routes, wanted: string): Route {
  const rest = Object.keys(routes).find((name) => name.endsWith('*') && wanted.startsWith(name.slice(0, -1)));
  return routes[wanted] ?? routes[rest ?? ''] ?? refused(404, { detail: `${wanted} is not part of this test` });
}
