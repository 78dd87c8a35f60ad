import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export type Seen = Readonly<{ path: string; form: URLSearchParams; authorization: string | undefined }>;
type Answer = Readonly<{ status?: number; body?: unknown; headers?: Readonly<Record<string, string>> }>;

/** A service as far as our adapters see it: keys, and answers that a test sets by path. */
export async function fakeService() {
  const answers = new Map<string, Answer>();
  const seen: Seen[] = [];
  let keys = await newKeys();
  const server = createServer((request, response) => void reply(request, response));
  const reply = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path = ''] = (request.url ?? '').split('?');
    const chunks = await request.toArray();
    const form = new URLSearchParams(Buffer.concat(chunks as Buffer[]).toString());
    seen.push({ path, form, authorization: request.headers.authorization });
    const isKeys = path.endsWith('/keys') || path.endsWith('/certs');
    const { status = 200, body, headers } = answers.get(path) ?? (isKeys ? { body: keys.published } : { status: 404 });
    // A status of 0 stands for a service that takes the question and never answers.
    if (status === 0) return;
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body ?? {}));
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    seen,
    answer: (path: string, answer: Answer) => void answers.set(path, answer),
    sign: (payload: JWTPayload, alg = 'RS256') =>
      new SignJWT(payload).setProtectedHeader({ alg, kid: keys.kid }).sign(keys.privateKey),
    rotate: async () => void (keys = await newKeys()),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type FakeService = Awaited<ReturnType<typeof fakeService>>;

let made = 0;

async function newKeys() {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const kid = `key-${(made += 1)}`;
  return { kid, privateKey, published: { keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' }] } };
}

export const seconds = (at: Date): number => Math.floor(at.getTime() / 1_000);
