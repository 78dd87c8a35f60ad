import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { mustRun } from '../process/run.ts';
import { client } from './client.ts';
import { readImage, servicesOf } from './image.ts';
import { openapi } from './openapi.ts';

/** What comes from the contracts besides the code of buf, by its place in the checkout. */
export const derivedFiles = async (root: string): Promise<ReadonlyMap<string, string>> => {
  const scratch = await mkdtemp(join(tmpdir(), 'guildhall-contracts-'));
  try {
    const services = servicesOf(await readImage(root, scratch));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return new Map([
      [join('services', 'gateway', 'openapi.json'), `${JSON.stringify(openapi(services, version), null, 2)}\n`],
      ...[...client(services)].map(([path, text]) => [join('packages', 'client', 'src', 'gen', path), text] as const),
    ]);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
};

/** Writes the OpenAPI document and the typed client; returns the files that changed. */
export const writeDerived = async (root: string): Promise<readonly string[]> => {
  const stale = await staleFiles(root);
  for (const [path, text] of stale) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return stale.map(([path]) => path);
};

/** The files that are not what the contracts say, with what they should be. */
export const staleFiles = async (root: string): Promise<readonly (readonly [string, string])[]> => {
  const files = [...(await derivedFiles(root))];
  const current = await Promise.all(files.map(([path]) => readFile(join(root, path), 'utf8').catch(() => undefined)));
  return files.filter(([, text], index) => text !== current[index]);
};

/** Regenerates everything that comes from the contracts, or with `--check` says what is stale. */
const main = async (root: string, args: readonly string[]): Promise<number> => {
  if (args.includes('--check')) {
    const stale = await staleFiles(root);
    for (const [path] of stale) console.error(`${path} is not what the contracts say: run npm run contracts`);
    return stale.length === 0 ? 0 : 1;
  }
  await mustRun(join(root, 'node_modules', '.bin', 'buf'), ['generate'], { cwd: root });
  for (const path of await writeDerived(root)) console.log(`wrote ${path}`);
  return 0;
};

if (import.meta.main) process.exitCode = await main(join(import.meta.dirname, '..', '..'), process.argv.slice(2));
