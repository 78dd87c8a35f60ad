import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { probeNats } from '../nats/probe.ts';
import { type Platform, startPlatform } from './platform.ts';
import { freePorts } from './ports.ts';
import type { ServiceEntry } from './services.ts';

/** Answers /readyz, and says goodbye when it is asked to end. */
const TINY_SERVICE = `
const { createServer } = require('node:http');
const { SERVICE_NAME, HEALTH_PORT } = process.env;
createServer((asked, answer) => answer.end('ok')).listen(Number(HEALTH_PORT), '127.0.0.1', () => console.log('up'));
process.on('SIGTERM', () => { console.log('bye'); process.exit(0); });
`;
const dir = join(import.meta.dirname, '..', '..', '.guildhall');
const entry = (name: string): ServiceEntry => ({ name, folder: name, settings: () => ({}) });
const services = ['first', 'second'].map(entry);

let root: string;
let platform: Platform;
let said: string[];

const start = async (): Promise<Platform> => {
  const [web = 0, sandbox = 0, smtp = 0] = await freePorts(3);
  const record = (name: string, line: string) => void said.push(`${name} ${line}`);
  return startPlatform({
    root,
    dir,
    dataDir: join(root, 'data'),
    ports: { web, sandbox, smtp },
    env: {},
    watch: { line: record, notice: record },
    report: () => undefined,
    services,
    built: Promise.resolve(),
  });
};

const runFile = async (name: string) =>
  JSON.parse(await readFile(join(root, 'data', 'run', `${name}.json`), 'utf8')) as { pid: number; ports: object };

const ofServices = (lines: readonly string[]) => lines.filter((line) => /^(first|second) /.test(line));

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'guildhall-platform-'));
  await chmod(root, 0o755);
  for (const { folder } of services) {
    await mkdir(join(root, folder, 'dist'), { recursive: true });
    await writeFile(join(root, folder, 'dist', 'main.js'), TINY_SERVICE);
  }
  said = [];
  platform = await start();
});
afterAll(async () => {
  await platform.stop();
  await rm(root, { recursive: true, force: true, maxRetries: 3 });
});

describe('a running platform', () => {
  it('has a broker and every service ready', async () => {
    expect(ofServices(said).toSorted()).toEqual(['first up', 'second up']);
    expect(await probeNats(platform.natsUrl)).toMatchObject({ jetstream: true });
  });

  it('says the id and the ports of each process in a file of its name', async () => {
    for (const name of ['nats', 'first', 'second']) {
      const { pid, ports } = await runFile(name);
      expect(process.kill(pid, 0)).toBe(true);
      expect(Object.values(ports).length).toBeGreaterThan(0);
    }
  });

  it('starts a killed service again and records its new id', async () => {
    const { pid } = await runFile('second');
    process.kill(pid, 'SIGKILL');
    const ups = () => said.filter((line) => line === 'second up').length;
    await vi.waitFor(() => expect(ups()).toBe(2), { timeout: 5_000 });
    expect((await runFile('second')).pid).not.toBe(pid);
  });

  it('starts a killed broker again at the same address', async () => {
    const { pid } = await runFile('nats');
    process.kill(pid, 'SIGKILL');
    await vi.waitFor(async () => expect((await runFile('nats')).pid).not.toBe(pid), { timeout: 5_000 });
    await vi.waitFor(async () => expect(await probeNats(platform.natsUrl)).toBeDefined(), { timeout: 5_000 });
  });

  it('refuses a second start in the same folder', async () => {
    await expect(start()).rejects.toThrow(`Guildhall already runs in this folder: ${platform.webUrl}`);
  });

  it('keeps its keys where only the owner can read them', async () => {
    expect((await stat(join(root, 'data', 'secrets.json'))).mode & 0o777).toBe(0o600);
  });

  it('stops the services in reverse order, then the servers, and can start again', async () => {
    said.length = 0;
    await platform.stop();
    expect(ofServices(said)).toEqual(['second bye', 'first bye']);
    expect(await probeNats(platform.natsUrl)).toBeUndefined();
    expect(await readdir(join(root, 'data', 'run'))).not.toContain('platform.lock');
    platform = await start();
  });
});
