import { Agent, request } from 'node:http';

export type Reply = Readonly<{ status: number; json: Readonly<Record<string, unknown>> }>;

/** A text of the answer's body. */
export function textOf({ json }: Reply, name: string): string | undefined {
  const value = json[name];
  return typeof value === 'string' ? value : undefined;
}

export type Post = (path: string, headers: Readonly<Record<string, string>>, body: unknown) => Promise<Reply>;

const timeoutMs = 6_000;

/** A client that keeps its connections and gives up after six seconds; rejects when there is no whole answer. */
export function httpClient(port: number): Readonly<{ post: Post; close(): void }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  const post: Post = (path, headers, body) =>
    new Promise((resolve, reject) => {
      const text = JSON.stringify(body);
      const all = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers };
      const signal = AbortSignal.timeout(timeoutMs);
      const asking = request(
        { host: '127.0.0.1', port, method: 'POST', path, headers: all, agent, signal },
        (answer) => {
          answer.toArray().then((chunks: Buffer[]) => {
            resolve({ status: answer.statusCode ?? 0, json: parse(Buffer.concat(chunks).toString()) });
          }, reject);
        },
      );
      asking.once('error', reject);
      asking.end(text);
    });
  return { post, close: () => agent.destroy() };
}

function parse(text: string): Reply['json'] {
  try {
    return JSON.parse(text) as Reply['json'];
  } catch {
    return {};
  }
}
