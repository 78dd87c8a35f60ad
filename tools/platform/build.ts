import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../process/run.ts';
import { Sentence } from '../process/sentence.ts';
import { fingerprint } from './fingerprint.ts';
import { SERVICES } from './services.ts';

type Report = (line: string) => void;

const bin = (root: string, name: string): string => join(root, 'node_modules', '.bin', name);

const step = async (what: string, command: string, args: string[], cwd: string): Promise<void> => {
  const { code, output } = await run(command, args, { cwd });
  if (code !== 0) throw new Sentence(`${what} failed:\n${output.trim()}`);
};

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Compiles the services and the packages they use; a fraction of a second when nothing changed. */
export const buildServices = async (root: string, report: Report): Promise<void> => {
  const first = SERVICES[0];
  const isCold = first !== undefined && !(await exists(join(root, first.folder, 'dist')));
  if (isCold) report('compiling the services');
  await step('Compiling', bin(root, 'tsc'), ['-b', ...SERVICES.map((entry) => entry.folder)], root);
};

/** What the browser application is made from. */
const WEB_INPUTS = ['web', 'packages/contracts/src', 'package-lock.json'];

/** Builds the browser application into `web/dist` when what it is made from has changed. */
export const buildWeb = async (root: string, report: Report): Promise<void> => {
  const folder = join(root, 'web');
  if (!(await exists(join(folder, 'index.html')))) return;
  const stamp = join(folder, 'dist', '.built-from');
  const now = await fingerprint(root, WEB_INPUTS);
  if ((await readFile(stamp, 'utf8').catch(() => '')) === now) return;
  report('building the web application');
  await step('Building the web application', bin(root, 'vite'), ['build', '--logLevel', 'warn'], folder);
  await writeFile(stamp, now);
};
