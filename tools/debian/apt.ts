import { access, mkdir, mkdtemp, readdir, rm, writeFile, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustRun, run } from '../process/run.ts';
import { Sentence } from '../process/sentence.ts';

const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
const DEFAULT_MIRROR = 'http://deb.debian.org/debian';
const APT_HINT = 'this recipe needs a Debian-like system with apt-get';

/** An apt whose state is private: it knows one suite, touches nothing of the host and needs no root. */
export interface Apt {
  /** Runs apt-get with the private state and returns what it printed. */
  get(...args: readonly string[]): Promise<string>;
  /** Downloads these packages (a `name=version` is allowed); returns the paths of the .deb files, sorted. */
  download(packages: readonly string[]): Promise<string[]>;
  close(): Promise<void>;
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** The mirror that the host itself uses for Debian, else Debian's own. */
const mirror = async (): Promise<string> => {
  const { output } = await run('apt-get', ['indextargets', '--format', '$(REPO_URI)'], { hint: APT_HINT });
  return output.split('\n').find((uri) => /\/debian\/?$/.test(uri.trim())) ?? DEFAULT_MIRROR;
};

const options = (root: string): string[] => {
  const settings: Record<string, string> = {
    'Dir::State': root,
    'Dir::State::lists': join(root, 'lists'),
    'Dir::State::status': join(root, 'status'),
    'Dir::Cache': join(root, 'cache'),
    'Dir::Etc::sourcelist': join(root, 'sources.list'),
    'Dir::Etc::sourceparts': join(root, 'none'),
    'Dir::Etc::preferencesparts': join(root, 'none'),
    'Acquire::Check-Valid-Until': 'false',
    'Acquire::Languages': 'none',
    'Acquire::Retries': '2',
    'APT::Sandbox::User': 'root',
  };
  return ['-qq', ...Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`])];
};

const layOut = async (root: string, suite: string): Promise<void> => {
  await chmod(root, 0o755);
  for (const folder of ['lists/partial', 'cache/archives/partial', 'debs', 'none']) {
    await mkdir(join(root, folder), { recursive: true });
  }
  await writeFile(join(root, 'status'), '');
  await writeFile(join(root, 'sources.list'), `deb [signed-by=${KEYRING}] ${await mirror()} ${suite} main\n`);
};

/** Opens a private apt on one Debian suite and fetches its index; signatures are checked with Debian's own keys. */
export const openApt = async (suite: string): Promise<Apt> => {
  if (!(await exists(KEYRING))) {
    throw new Sentence(
      `Debian's keys are missing (${KEYRING}): \`apt-get install debian-archive-keyring\` brings them.`,
    );
  }
  const root = await mkdtemp(join(tmpdir(), 'guildhall-apt-'));
  const debs = join(root, 'debs');
  const get = (...args: readonly string[]) =>
    mustRun('apt-get', [...options(root), ...args], { cwd: debs, env: { LC_ALL: 'C' }, hint: APT_HINT });
  const close = () => rm(root, { recursive: true, force: true });
  try {
    await layOut(root, suite);
    await get('update');
  } catch (error) {
    await close();
    throw error;
  }
  return {
    get,
    close,
    download: async (packages) => {
      await get('download', ...packages);
      return (await readdir(debs))
        .filter((file) => file.endsWith('.deb'))
        .map((file) => join(debs, file))
        .toSorted();
    },
  };
};
