import { randomUUID } from 'node:crypto';
import type { Call, Options, Verb } from '@guildhall/client';
import { Problem, type ProblemBody } from './problem.ts';

/** Who asks. */
export type Identity = Readonly<{
  /** What a request carries to say so. */
  headers(): Promise<Readonly<Record<string, string>>>;
  /** Called when the platform does not know the caller any more; true when it may be asked again. */
  renew?(): Promise<boolean>;
  /** Sees every answer before its body is read. */
  seen?(answer: Response): void;
}>;

export const nobody: Identity = { headers: async () => ({}) };

/** Calls the platform at `url`. A write carries an idempotency key, so that its one repeat cannot happen twice. */
export const caller =
  (url: string, { headers, renew, seen }: Identity): Call =>
  async <Answer>(verb: Verb, path: string, options: Options): Promise<Answer> => {
    const address = new URL(path + searchOf(options.query), url);
    const request = requestOf(verb, options);
    const send = async (): Promise<Response> => {
      const answer = await reached(address, { ...request, headers: { ...request.headers, ...(await headers()) } });
      seen?.(answer);
      return answer;
    };
    let answer = await send();
    if (answer.status === 401 && (await renew?.())) answer = await send();
    if (!answer.ok) throw new Problem(answer.status, (await answer.json().catch(() => ({}))) as ProblemBody);
    return (await contentOf(answer)) as Answer;
  };

async function reached(address: URL, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request).catch(() => fetch(address, request));
  } catch {
    throw new Problem(0, { detail: `${address.origin} does not answer: is the platform running there?` });
  }
}

const contentOf = (response: Response): Promise<unknown> => {
  if (response.status === 204) return Promise.resolve(undefined);
  const isJson = /^application\/json\b/.test(response.headers.get('content-type') ?? '');
  return isJson ? response.json() : response.blob();
};

function requestOf(verb: Verb, { body, idempotencyKey, signal, ifMatch }: Options) {
  const request = { method: verb, redirect: 'error' as const, ...(signal && { signal }) };
  const headers = { accept: 'application/json', 'user-agent': 'guildhall-cli' };
  if (verb === 'GET') return { ...request, headers };
  const write = {
    ...headers,
    'idempotency-key': idempotencyKey ?? randomUUID(),
    ...(ifMatch !== undefined && { 'if-match': `"${ifMatch}"` }),
  };
  if (verb === 'DELETE') return { ...request, headers: write };
  return {
    ...request,
    headers: { ...write, 'content-type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  };
}

function searchOf(query: Options['query'] = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return text && `?${text}`;
}
