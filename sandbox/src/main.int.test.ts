import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
let dataDir: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'guildhall-sandbox-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(dataDir, { recursive: true, force: true });
});

function launch(env: Record<string, string> = {}) {
  const ports = { SANDBOX_PORT: '0', SANDBOX_SMTP_PORT: '0', HEALTH_PORT: '0' };
  const child = spawn(process.execPath, ['--conditions=@guildhall/source', main], {
    env: { PATH: process.env.PATH, SANDBOX_DATA_DIR: dataDir, ...ports, ...env },
  });
  children.push(child);
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  const portsSaid = () => /"httpPort":(\d+),"smtpPort":(\d+)/.exec(output.join(''))?.slice(1).map(Number);
  const ready = () =>
    vi.waitFor(
      () => {
        const [http, smtp] = portsSaid() ?? [];
        if (http === undefined || smtp === undefined) throw new Error(output.join('') || 'silent');
        return { http, smtp };
      },
      { timeout: 15_000, interval: 20 },
    );
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return { child, ready, ended, output: () => output.join('') };
}

const subjectsAt = async (http: number) => {
  const answer = await fetch(`http://127.0.0.1:${http}/sandbox/messages?channel=email`);
  const { messages } = (await answer.json()) as { messages: { subject: string }[] };
  return new Set(messages.map(({ subject }) => subject));
};

describe('the process', () => {
  it('needs no settings and no broker, and ends in order when told to', async () => {
    const { child, ready, ended, output } = launch();
    await ready();
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(output()).toContain('the clock moves for the sandbox alone');
  });

  it('ends with 78 and a list when its settings are wrong', async () => {
    const { ended, output } = launch({ SANDBOX_PORT: 'eighty', LOG_LEVEL: 'loud' });
    expect(await ended).toBe(78);
    expect(output()).toMatch(/SANDBOX_PORT[\s\S]*LOG_LEVEL/);
  });

  it('loses no mail that it acknowledged, though it is killed', async () => {
    const first = launch();
    const { smtp } = await first.ready();
    const transport = createTransport({ host: '127.0.0.1', port: smtp, pool: true, maxConnections: 4 });
    const acknowledged: string[] = [];
    const send = async (subject: string) => {
      const sent = transport.sendMail({ from: 'a@b.example', to: 'ada@example.org', subject, text: 'x' });
      await sent.then(() => acknowledged.push(subject)).catch(() => undefined);
      if (acknowledged.length === 40) first.child.kill('SIGKILL');
    };
    await Promise.all(Array.from({ length: 200 }, (_, index) => send(`mail ${index}`)));
    transport.close();
    const { http } = await launch().ready();
    const kept = await subjectsAt(http);
    expect(acknowledged.length).toBeGreaterThanOrEqual(40);
    expect(acknowledged.filter((subject) => !kept.has(subject))).toEqual([]);
  });
});
