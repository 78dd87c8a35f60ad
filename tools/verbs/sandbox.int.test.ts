import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

const main = join(import.meta.dirname, '..', 'main.ts');
const output: string[] = [];
let dataDir: string;
let child: ChildProcess;
let url: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'guildhall-sandbox-verb-'));
  const ports = { SANDBOX_PORT: '0', SANDBOX_SMTP_PORT: '0', HEALTH_PORT: '0' };
  // Nothing else of the environment: no broker, no store, no credentials.
  const env = { PATH: process.env['PATH'], SANDBOX_DATA_DIR: dataDir, ...ports };
  child = spawn(process.execPath, [main, 'sandbox'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  }
  const port = await vi.waitFor(
    () => {
      const said = /"httpPort":(\d+)/.exec(output.join(''))?.[1];
      if (said === undefined) throw new Error(output.join('') || 'silent');
      return said;
    },
    { timeout: 30_000, interval: 50 },
  );
  url = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  child.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

describe('the sandbox on its own', () => {
  it('has its inbox page', async () => {
    const answer = await fetch(url);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    expect(await answer.text()).toContain('inbox');
  });

  it('has its clock', async () => {
    const headers = { 'content-type': 'application/json' };
    await fetch(`${url}/sandbox/clock`, { method: 'PUT', headers, body: '{"advanceSeconds":86400}' });
    expect(await (await fetch(`${url}/sandbox/clock`)).json()).toMatchObject({ offsetSeconds: 86_400 });
  });

  it('takes what a vendor would take', async () => {
    const hook = `${url}/slack/services/T0GUILD/B0NORTH/x`;
    expect(await (await fetch(hook, { method: 'POST', body: '{"text":"hello"}' })).text()).toBe('ok');
    const { messages } = (await (await fetch(`${url}/sandbox/messages`)).json()) as { messages: object[] };
    expect(messages).toMatchObject([{ channel: 'slack', to: '#north', text: 'hello' }]);
  });

  it('ends in order when told to', async () => {
    child.kill('SIGTERM');
    expect((await once(child, 'exit'))[0]).toBe(0);
  });
});
