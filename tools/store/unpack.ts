import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import { Sentence } from '../process/sentence.ts';

// Nothing that a running server reads.
const LEFT_OUT = [
  './usr/share/doc',
  './usr/share/man',
  './usr/share/locale',
  './usr/share/perl*',
  './usr/lib/postgresql/18/lib/bitcode',
  './etc',
  './var',
];

const exitOf = async (child: ChildProcess, program: string): Promise<void> => {
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Sentence(`${program} failed with code ${code} while unpacking the document store.`);
};

const unpackOne = async (deb: string, into: string): Promise<void> => {
  const excludes = LEFT_OUT.map((path) => `--exclude=${path}`);
  const source = spawn('dpkg-deb', ['--fsys-tarfile', deb], { stdio: ['ignore', 'pipe', 'ignore'] });
  const sink = spawn('tar', ['-x', '-C', into, '--keep-directory-symlink', '--no-same-owner', ...excludes], {
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // `tar` may end before it has read the padding at the end of the archive: its exit code decides.
  const piped = pipeline(source.stdout, sink.stdin).catch(() => undefined);
  await Promise.all([piped, exitOf(source, 'dpkg-deb'), exitOf(sink, 'tar')]);
};

const PARALLEL = 2;

/** Unpacks packages into one tree, as if installed there; none of their scripts run. */
export const unpackInto = async (debs: readonly string[], into: string): Promise<void> => {
  const queue = [...debs];
  const work = async (): Promise<void> => {
    for (let deb = queue.shift(); deb !== undefined; deb = queue.shift()) await unpackOne(deb, into);
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
};
