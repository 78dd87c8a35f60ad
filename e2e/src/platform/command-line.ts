import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment } from './environment.ts';

export type Outcome = Readonly<{ code: number; out: string; said: string }>;

/** A machine on which somebody types commands. `whenAsked` answers a question that a command puts. */
export type Machine = Readonly<{
  type(args: readonly string[], whenAsked?: () => Promise<string>): Promise<Outcome>;
  folder: string;
  remove(): Promise<void>;
}>;

const root = join(import.meta.dirname, '..', '..', '..');
const program = ['--conditions=@guildhall/source', join(root, 'cli', 'src', 'main.ts')];

/** With a folder of its own for credentials and files. */
export async function newMachine(): Promise<Machine> {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-e2e-cli-'));
  const env = { ...process.env, GUILDHALL_URL: environment.webUrl, GUILDHALL_CONFIG_DIR: folder };
  const type: Machine['type'] = (args, whenAsked) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [...program, ...args], { cwd: folder, env });
      let [out, said] = ['', ''];
      let isAnswered = whenAsked === undefined;
      child.stdout.on('data', (text: Buffer) => (out += text.toString()));
      child.stderr.on('data', (text: Buffer) => {
        said += text.toString();
        if (isAnswered || !said.includes(': ')) return;
        isAnswered = true;
        whenAsked?.().then((answer) => child.stdin.end(`${answer}\n`), reject);
      });
      child.once('error', reject);
      child.once('close', (code) => resolve({ code: code ?? -1, out, said }));
    });
  return { type, folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
