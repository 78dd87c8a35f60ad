import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClockMoved } from './clock/clock.routes.ts';
import { type Sandbox, startSandbox } from './compose.ts';
import type { Message } from './messages/message.ts';

export type TestSandbox = Sandbox &
  Readonly<{
    url: string;
    dataDir: string;
    /** What the sandbox told the other processes. */
    announced: number[];
    /** What it wanted a person to know. */
    reported: unknown[];
    call: (method: string, path: string, body?: unknown) => Promise<Response>;
    messages: (query?: string) => Promise<Message[]>;
    /** Stops it and starts another one on the same files. */
    restart: () => Promise<TestSandbox>;
  }>;

/** A whole sandbox on free ports, with files of its own. */
export async function openSandbox(
  o: { dataDir?: string; keepMessages?: number; announce?: ClockMoved; publicUrl?: string } = {},
): Promise<TestSandbox> {
  const dataDir = o.dataDir ?? (await mkdtemp(join(tmpdir(), 'guildhall-sandbox-')));
  const [announced, reported]: [number[], unknown[]] = [[], []];
  const config = {
    host: '127.0.0.1',
    httpPort: 0,
    smtpPort: 0,
    dataDir,
    keepMessages: o.keepMessages ?? 1_000,
    slackDomain: 'example.org',
    publicUrl: o.publicUrl ?? 'http://127.0.0.1:9',
    natsUrl: undefined,
    health: { host: '127.0.0.1', port: 0 },
    logLevel: 'silent',
    otlpUrl: undefined,
  };
  const announce: ClockMoved = async (offsetMs) => {
    announced.push(offsetMs);
    await o.announce?.(offsetMs);
  };
  const sandbox = await startSandbox(config, { announce, report: (error) => reported.push(error) });
  const url = `http://127.0.0.1:${sandbox.httpPort}`;
  const call: TestSandbox['call'] = (method, path, body) =>
    fetch(`${url}${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  return {
    ...sandbox,
    url,
    dataDir,
    announced,
    reported,
    call,
    messages: async (query = '') => {
      const answer = (await (await call('GET', `/sandbox/messages${query}`)).json()) as { messages: Message[] };
      return answer.messages;
    },
    close: async () => {
      await sandbox.close();
      await rm(dataDir, { recursive: true, force: true });
    },
    restart: async () => {
      await sandbox.close();
      return openSandbox({ ...o, dataDir });
    },
  };
}
