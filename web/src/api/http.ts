import type { Call, Options, Verb } from '@guildhall/client';
import { Problem, type ProblemBody } from './problem.ts';

let csrfToken = '';

/** Cookie writes carry this token; it comes with the session. */
export function setCsrfToken(token: string): void {
  csrfToken = token;
}

const isWrite = (method: Verb): boolean => method !== 'GET';

/**
 * Calls the platform as the person of this browser. A write carries an idempotency key, so that its one repeat after a
 * broken connection cannot happen twice.
 */
export const call: Call = (method, path, options) =>
  send(path, options, requestOf(method, options, isWrite(method) && csrfToken ? { 'x-csrf-token': csrfToken } : {}));

/** Calls the platform with a token of its own, whoever is signed in to the browser. */
export const callWith =
  (token: string): Call =>
  (method, path, options) =>
    send(path, options, {
      ...requestOf(method, options, { authorization: `Bearer ${token}` }),
      credentials: 'omit',
    });

async function send<T>(path: string, options: Options, request: RequestInit): Promise<T> {
  const address = path + searchOf(options.query);
  const response = await fetch(address, request).catch((error: unknown) => {
    if (options.signal?.aborted) throw error;
    return fetch(address, request).catch(() => undefined);
  });
  if (!response) throw new Problem(0, {});
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? undefined : await answerOf(response)) as T;
}

const file = /^(image\/|text\/(csv|html)|application\/(pdf|vnd\.))/;

// An answer that breaks off on its way is as good as none.
const answerOf = async (response: Response): Promise<unknown> => {
  const isFile = file.test(response.headers.get('content-type') ?? '');
  const answer: Promise<unknown> = isFile ? response.blob() : response.json();
  return answer.catch(() => {
    throw new Problem(0, {});
  });
};

function requestOf(
  method: Verb,
  { body, signal, idempotencyKey, ifMatch }: Options,
  credentials: Readonly<Record<string, string>>,
): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json', ...credentials };
  if (isWrite(method)) headers['idempotency-key'] = idempotencyKey ?? randomKey();
  if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`;
  const request: RequestInit = { method, headers, credentials: 'same-origin', ...(signal && { signal }) };
  if (!isWrite(method) || method === 'DELETE') return request;
  if (body instanceof Blob) {
    headers['content-type'] = body.type;
    return { ...request, body };
  }
  headers['content-type'] = 'application/json';
  return { ...request, body: JSON.stringify(body ?? {}) };
}

// `crypto.randomUUID` is missing where the page is not served securely, as from another device in the workshop.
const randomKey = (): string =>
  crypto.getRandomValues(new Uint8Array(16)).reduce((text, byte) => text + byte.toString(16).padStart(2, '0'), '');

function searchOf(query: Options['query'] = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return text && `?${text}`;
}

async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as ProblemBody;
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new Problem(response.status, body, Number.isFinite(retryAfter) ? retryAfter : undefined);
}
