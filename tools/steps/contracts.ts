import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../process/run.ts';
import type { Place } from '../verbs/verb.ts';
import { all, runBin } from './command.ts';
import type { Outcome, Step } from './step.ts';

const GENERATED = join('packages', 'contracts', 'src', 'gen');
/** Contracts of others, kept as they are. */
export const FOREIGN = ['--exclude-path', join('proto', 'buf'), '--exclude-path', join('proto', 'google')];
/** The contracts as last released: what clients rely on. */
export const RELEASED = join('proto', 'released.binpb');

const filesOf = async (folder: string): Promise<Map<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = await Promise.all(
    paths.map(async (path) => [path.slice(folder.length), await readFile(path, 'utf8')] as const),
  );
  return new Map(contents);
};

/** Names of the files that differ between two folders, or are in one of them only. */
export const differences = async (left: string, right: string): Promise<string[]> => {
  const [mine, theirs] = await Promise.all([filesOf(left), filesOf(right)]);
  const names = new Set([...mine.keys(), ...theirs.keys()]);
  return [...names].filter((name) => mine.get(name) !== theirs.get(name)).toSorted();
};

const breaking = (place: Place): Promise<Outcome> => runBin(place, 'buf', ['breaking', 'proto', '--against', RELEASED]);

const generatedIsCurrent = async (place: Place): Promise<Outcome> => {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-contracts-'));
  try {
    const generated = await runBin(place, 'buf', ['generate', '-o', folder]);
    if (!generated.ok) return generated;
    const stale = await differences(join(folder, GENERATED), join(place.root, GENERATED));
    const output = `Generated code is not current (\`npm run contracts\` makes it so): ${stale.join(', ')}`;
    return stale.length === 0 ? { ok: true } : { ok: false, output };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** The generators read the packages from source: a clean checkout has nothing built. */
export const GENERATOR = ['--conditions=@guildhall/source', join('tools', 'contracts', 'generate.ts')];

const derivedIsCurrent = async ({ root }: Place): Promise<Outcome> => {
  const { code, output } = await run(process.execPath, [...GENERATOR, '--check'], { cwd: root });
  return { ok: code === 0, output };
};

/** The contracts are well formed, break nobody, and the generated code is theirs. */
export const contracts: Step = {
  name: 'contracts',
  run: (place) =>
    all(
      () => runBin(place, 'buf', ['lint']),
      () => runBin(place, 'buf', ['format', '--diff', '--exit-code', 'proto', ...FOREIGN]),
      () => breaking(place),
      () => generatedIsCurrent(place),
      () => derivedIsCurrent(place),
    ),
};
