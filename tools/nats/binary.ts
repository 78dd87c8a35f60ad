import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../debian/checksum.ts';
import { findOnPath } from '../process/find.ts';
import { run } from '../process/run.ts';
import { Sentence } from '../process/sentence.ts';
import { RECIPES, type Recipe } from './recipes.ts';
import { isAtLeast, NATS_VERSION, versionIn, WANTED } from './version.ts';

export interface BinaryOptions {
  /** Where fetched programs are kept between runs. */
  readonly toolsDir: string;
  readonly report: (line: string) => void;
  readonly recipes?: readonly Recipe[];
}

const versionOf = async (binary: string): Promise<string | undefined> =>
  versionIn((await run(binary, ['--version'], { timeoutMs: 5_000 })).output);

const onPath = async (report: BinaryOptions['report']): Promise<string | undefined> => {
  const binary = await findOnPath('nats-server');
  if (binary === undefined) return undefined;
  const version = await versionOf(binary);
  if (version !== undefined && isAtLeast(version, WANTED)) return binary;
  report(`${binary} is version ${version ?? 'unknown'}, ${WANTED} or newer is needed: looking elsewhere`);
  return undefined;
};

/** The one fetched earlier, when it is still the file that was fetched. */
const fetched = async (binary: string): Promise<string | undefined> => {
  const recorded = await readFile(`${binary}.sha256`, 'utf8').catch(() => undefined);
  const actual = await sha256(binary).catch(() => undefined);
  return recorded !== undefined && recorded.trim() === actual ? binary : undefined;
};

const keep = async (recipe: Recipe, binary: string): Promise<void> => {
  const draft = `${binary}.${process.pid}.part`;
  await recipe.fetch(draft);
  await chmod(draft, 0o755);
  const version = await versionOf(draft);
  if (version === undefined || !isAtLeast(version, WANTED)) throw new Sentence(`it brought version ${version}.`);
  await writeFile(`${binary}.sha256`, `${await sha256(draft)}\n`);
  await rename(draft, binary);
};

const fetchIt = async (binary: string, { report, recipes = RECIPES }: BinaryOptions): Promise<string> => {
  const failures: string[] = [];
  for (const recipe of recipes) {
    report(`fetching nats-server ${NATS_VERSION} from ${recipe.from}`);
    const failure = await keep(recipe, binary).catch((error: Error) => error.message);
    if (failure === undefined) return binary;
    failures.push(`${recipe.from}: ${failure.split('\n').at(-1)}`);
  }
  throw new Sentence(
    `nats-server is missing and could not be fetched (${failures.join('; ')}): ` +
      `put version ${WANTED} or newer on PATH, or point NATS_URL at a running one.`,
  );
};

/** The path of a nats-server of a right version: on PATH, fetched earlier, or fetched now. */
export const natsBinary = async (options: BinaryOptions): Promise<string> => {
  const found = await onPath(options.report);
  if (found !== undefined) return found;
  const folder = join(options.toolsDir, `nats-server-${NATS_VERSION}`);
  await mkdir(folder, { recursive: true });
  const binary = join(folder, 'nats-server');
  return (await fetched(binary)) ?? (await fetchIt(binary, options));
};
