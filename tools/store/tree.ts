import { chmod, copyFile, mkdir, readdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { openApt, type Apt } from '../debian/apt.ts';
import { sha256 } from '../debian/checksum.ts';
import { findOnPath } from '../process/find.ts';
import { run } from '../process/run.ts';
import { Sentence } from '../process/sentence.ts';
import { isAlive } from './alive.ts';
import { isNeeded, PINNED, SUITES, TREE_NAME } from './packages.ts';
import { unpackInto } from './unpack.ts';

/** PostgreSQL with its extensions and every library they need, runnable from where it lies. */
export interface Tree {
  readonly root: string;
  /** The folder of the programs. */
  readonly bin: string;
  /** Command line that runs one of its programs with its own libraries; the program's arguments follow. */
  command(program: 'initdb' | 'postgres'): readonly [string, ...string[]];
}

export interface TreeOptions {
  /** Where fetched programs are kept between runs. */
  readonly toolsDir: string;
  readonly report: (line: string) => void;
  readonly signal?: AbortSignal;
}

const OTHERWISE = 'put a `mongod` (7 or newer) on PATH, or point MONGO_URL at a running one';

export const treeAt = (root: string): Tree => {
  const bin = join(root, 'usr/lib/postgresql/18/bin');
  const loader = join(root, 'usr/lib64/ld-linux-x86-64.so.2');
  const libraries = [join(root, 'usr/lib/x86_64-linux-gnu'), join(root, 'usr/lib/postgresql/18/lib')].join(':');
  const command: Tree['command'] = (program) => {
    const binary = program === 'postgres' ? 'postgres.elf' : program;
    return [loader, '--library-path', libraries, '--argv0', join(bin, program), join(bin, binary)];
  };
  return { root, bin, command };
};

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

const checkMachine = async (): Promise<void> => {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Sentence(
      `The embedded document store needs Linux on amd64, this is ${process.platform} on ${process.arch}: ${OTHERWISE}.`,
    );
  }
  for (const program of ['apt-get', 'dpkg-deb', 'tar']) {
    if ((await findOnPath(program)) === undefined) {
      throw new Sentence(
        `${program} is missing, with which the embedded document store is fetched: install it, or ${OTHERWISE}.`,
      );
    }
  }
};

/** The dependency closure at the pinned versions, or undefined when the suite has moved on. */
const closure = async (apt: Apt): Promise<string[] | undefined> => {
  const wanted = PINNED.map(({ name, version }) => `${name}=${version}`);
  const listing = await apt
    .get('-y', '--no-install-recommends', '--print-uris', 'install', ...wanted)
    .catch((error: Error) => (/not found|Unable to locate/i.test(error.message) ? undefined : Promise.reject(error)));
  return listing
    ?.split('\n')
    .map((line) => /^'[^']+' (\S+?)_/.exec(line)?.[1])
    .filter((name) => name !== undefined && isNeeded(name)) as string[] | undefined;
};

const verify = async (debs: readonly string[]): Promise<void> => {
  for (const { name, version, sha256: expected } of PINNED) {
    const deb = debs.find((path) => basename(path).startsWith(`${name}_`));
    const actual = deb && (await sha256(deb));
    if (actual === expected) continue;
    throw new Sentence(`${name} ${version} is not the file it should be (sha256 ${actual ?? 'none'}): ${OTHERWISE}.`);
  }
};

/** `initdb` starts `postgres` by itself: it finds this in its place, which goes through the tree's own loader. */
const WRAPPER = `#!/bin/sh
bin=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$bin/../../../../.." && pwd)
exec "$root/usr/lib64/ld-linux-x86-64.so.2" --library-path "$root/usr/lib/x86_64-linux-gnu:$root/usr/lib/postgresql/18/lib" \\
  --argv0 "$bin/postgres" "$bin/postgres.elf" "$@"
`;

const layOut = async (root: string): Promise<void> => {
  for (const folder of ['lib', 'lib64']) {
    await mkdir(join(root, 'usr', folder), { recursive: true });
    await symlink(join('usr', folder), join(root, folder));
  }
};

const finish = async (root: string): Promise<void> => {
  const { bin } = treeAt(root);
  await rename(join(bin, 'postgres'), join(bin, 'postgres.elf'));
  await writeFile(join(bin, 'postgres'), WRAPPER);
  await chmod(join(bin, 'postgres'), 0o755);
  // The package leaves a link into /etc/alternatives, which only an installation fills.
  const extensions = join(root, 'usr/share/postgresql/18/extension');
  await rm(join(extensions, 'postgis.control'), { force: true });
  await copyFile(join(extensions, 'postgis-3.control'), join(extensions, 'postgis.control'));
};

const LIBRARIES = [
  'pg_documentdb',
  'pg_documentdb_core',
  'pg_documentdb_extended_rum',
  'pg_cron',
  'vector',
  'postgis-3',
  'tsm_system_rows',
  'plpgsql',
];

const checkLibraries = async (root: string): Promise<void> => {
  const tree = treeAt(root);
  const [loader, , libraries] = tree.command('postgres');
  const extensions = LIBRARIES.map((name) => join(root, `usr/lib/postgresql/18/lib/${name}.so`));
  for (const file of [join(tree.bin, 'postgres.elf'), join(tree.bin, 'initdb'), ...extensions]) {
    const { output } = await run(loader, ['--library-path', libraries ?? '', '--list', file]);
    const missing = /(\S+) => not found/.exec(output)?.[1];
    if (missing)
      throw new Sentence(`The fetched document store lacks ${missing}, which ${basename(file)} needs: ${OTHERWISE}.`);
  }
};

const fetchFrom = async (suite: string, draft: string, { report, signal }: TreeOptions): Promise<boolean> => {
  report(`fetching the document store (PostgreSQL with DocumentDB) from Debian ${suite}`);
  const apt = await openApt(suite);
  try {
    const packages = await closure(apt);
    if (!packages) return false;
    signal?.throwIfAborted();
    report(`downloading ${packages.length} packages, about 53 MB`);
    const debs = await apt.download(packages);
    await verify(debs);
    signal?.throwIfAborted();
    report('unpacking the document store');
    await layOut(draft);
    await unpackInto(debs, draft);
    await finish(draft);
    await checkLibraries(draft);
    return true;
  } finally {
    await apt.close();
  }
};

/** Drafts of runs that were killed half way. */
const sweepDrafts = async (toolsDir: string): Promise<void> => {
  for (const name of await readdir(toolsDir)) {
    const pid = new RegExp(`^${TREE_NAME}\\.(\\d+)\\.part$`).exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) await rm(join(toolsDir, name), { recursive: true, force: true });
  }
};

const put = async (draft: string, root: string): Promise<void> => {
  try {
    await rename(draft, root);
  } catch (error) {
    // Another run was faster; its tree is as good.
    if (!(await isThere(root))) throw error;
    await rm(draft, { recursive: true, force: true });
  }
};

const fetchTree = async (root: string, options: TreeOptions): Promise<Tree> => {
  await checkMachine();
  await mkdir(options.toolsDir, { recursive: true });
  await sweepDrafts(options.toolsDir);
  const draft = `${root}.${process.pid}.part`;
  try {
    for (const suite of SUITES) {
      if (!(await fetchFrom(suite, draft, options))) continue;
      await chmod(draft, 0o755);
      await put(draft, root);
      return treeAt(root);
    }
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  const wanted = PINNED.map(({ name, version }) => `${name} ${version}`).join(' and ');
  const suites = SUITES.join(', ');
  throw new Sentence(`Debian (${suites}) no longer offers ${wanted} for the embedded document store: ${OTHERWISE}.`);
};

const underway = new Map<string, Promise<Tree>>();

/**
 * The tree fetched earlier, else fetched now: about 10 seconds and 170 MB on disk. Nothing is installed on the machine.
 * Whoever asks while it is being fetched gets the same one.
 * @throws Sentence with what is missing and the way out.
 */
export const ensureTree = async (options: TreeOptions): Promise<Tree> => {
  const root = join(options.toolsDir, TREE_NAME);
  if (await isThere(root)) return treeAt(root);
  const fetching = underway.get(root) ?? fetchTree(root, options).finally(() => underway.delete(root));
  underway.set(root, fetching);
  return fetching;
};
