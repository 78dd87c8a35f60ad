import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProgram, run } from './program.ts';
import type { Terminal } from './terminal.ts';

export type Request = Readonly<{ verb: string; path: string; headers: IncomingMessage['headers']; body: unknown }>;
export type Answer = Readonly<{ status?: number; body?: unknown; headers?: Readonly<Record<string, string>> }>;

/** An HTTP server that answers as it is told, and remembers what it was asked. */
export async function answering(answer: (request: Request) => Answer) {
  const requests: Request[] = [];
  const server = createServer((incoming, outgoing) => void respond(incoming, outgoing));
  const respond = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const text = (await incoming.toArray()).join('');
    const { method: verb = '', url: path = '', headers } = incoming;
    const request = { verb, path, headers, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
    requests.push(request);
    const { status = 200, body, headers: given = {} } = answer(request);
    outgoing.writeHead(status, { 'content-type': 'application/json', ...given }).end(body && JSON.stringify(body));
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, requests, close };
}

/** A machine with a folder of its own, on which commands are typed. */
export async function machine(answers: readonly string[] = []) {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-cli-'));
  const waiting = [...answers];
  const type = async (...args: readonly string[]) => {
    const [out, said]: [string[], string[]] = [[], []];
    const terminal: Terminal = {
      env: {},
      folder,
      isInteractive: true,
      out: (text) => void out.push(text),
      say: (text) => void said.push(text),
      ask: async (question) => {
        said.push(question);
        return waiting.shift() ?? '';
      },
    };
    const code = await run(createProgram(terminal), terminal, args);
    return { code, out: out.join('\n'), said: said.join('\n') };
  };
  return { folder, type, remove: () => rm(folder, { recursive: true, force: true }) };
}
