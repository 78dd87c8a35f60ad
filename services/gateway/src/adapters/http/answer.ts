import type { ServerResponse } from 'node:http';

export type Headers = Readonly<Record<string, string>>;

/** A whole answer, written at once. */
export type Answer = Readonly<{ status: number; headers: Headers; body: Body }>;

/** Text leaves in one piece with the headers, which bytes cannot. */
type Body = string | Buffer | undefined;

export const noStore: Headers = { 'cache-control': 'no-store' };

export const jsonAnswer = (status: number, json: unknown): Answer => ({
  status,
  headers: { ...noStore, 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(json),
});

/** One write, with its length: the client is woken once. */
export function send(response: ServerResponse, { status, headers, body }: Answer, always: Headers): void {
  if (response.headersSent) return void response.destroy();
  const hasBody = status !== 204 && status !== 304;
  const length = hasBody ? { 'content-length': lengthOf(body) } : {};
  response.writeHead(status, { ...always, ...headers, ...length });
  response.end(hasBody ? body : undefined);
}

const lengthOf = (body: Body): number => (typeof body === 'string' ? Buffer.byteLength(body) : (body?.length ?? 0));
