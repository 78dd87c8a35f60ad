import type { Device } from '../platform/device.ts';
import { environment } from '../platform/environment.ts';
import { pathWith, type Route } from './routes.ts';

/** What a caller meets: they are let in, or turned away by the rule of the route, or by the owner of the thing. */
export type Met = 'in' | 'not signed in' | 'not permitted' | 'not theirs' | `failed with ${number}`;

type Answered = Readonly<{ status: number; code: unknown }>;

/**
 * Knocks at a route without changing anything: what has a body is given one that no contract allows, which is refused
 * only once the caller is let in.
 */
export async function knock(route: Route, device: Device, values: Readonly<Record<string, string>>): Promise<Met> {
  const { status, code } = route.isFeed ? await open(route, device, values) : await call(route, device, values);
  if (status >= 500) return `failed with ${status}`;
  if (status === 401) return 'not signed in';
  if (code === 'gateway.missing_permission' || code === 'gateway.not_for_this_caller') return 'not permitted';
  // Let in by the route, and asked to prove once more who they are.
  if (code === 'identity.reauthentication_required') return 'in';
  return status === 404 || status === 403 ? 'not theirs' : 'in';
}

async function call(route: Route, device: Device, values: Readonly<Record<string, string>>): Promise<Answered> {
  const hasBody = route.verb !== 'GET' && route.verb !== 'DELETE';
  const asked = hasBody ? { body: { noSuchField: 1 } } : {};
  const { status, json } = await device.call(route.verb, pathWith(route, values), asked);
  return { status, code: json['code'] };
}

/** A feed never ends by itself: its beginning is enough. */
async function open(route: Route, device: Device, values: Readonly<Record<string, string>>): Promise<Answered> {
  const answer = await fetch(environment.webUrl + pathWith(route, values), { headers: device.headers() });
  const isProblem = (answer.headers.get('content-type') ?? '').includes('json');
  const code = isProblem ? ((await answer.json()) as { code?: string }).code : undefined;
  if (!isProblem) await answer.body?.cancel();
  return { status: answer.status, code };
}
