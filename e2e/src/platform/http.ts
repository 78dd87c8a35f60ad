export type Reply<T = Record<string, unknown>> = Readonly<{ status: number; headers: Headers; text: string; json: T }>;

export type Asked = Readonly<{
  /** An object becomes JSON; a text or bytes go as they are. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}>;

const bodyOf = (body: unknown): string | Uint8Array<ArrayBuffer> =>
  typeof body === 'string' ? body : body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);

const isJson = (headers: Headers): boolean => /\bjson\b/.test(headers.get('content-type') ?? '');

/** One request. What is not JSON leaves `json` empty. */
export async function ask<T = Record<string, unknown>>(
  url: string,
  verb: string,
  asked: Asked = {},
): Promise<Reply<T>> {
  const { body, headers = {} } = asked;
  const answer = await fetch(url, {
    method: verb,
    redirect: 'manual',
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: bodyOf(body) }),
  });
  const text = await answer.text();
  const json = (text !== '' && isJson(answer.headers) ? JSON.parse(text) : {}) as T;
  return { status: answer.status, headers: answer.headers, text, json };
}

/** The answer's content. Throws with what was answered instead unless it has one of the statuses. */
export function content<T>({ status, json, text }: Reply<T>, ...expected: readonly number[]): T {
  if ((expected.length > 0 ? expected : [200]).includes(status)) return json;
  throw new Error(`answered ${status} instead of ${expected.join(' or ') || 200}: ${text.slice(0, 500)}`);
}
