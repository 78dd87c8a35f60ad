import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { natsBinary } from '../nats/binary.ts';
import { startNats } from '../nats/nats.ts';
import { startStore } from '../store/store.ts';
import { say } from '../terminal/screen.ts';
import type { Place } from '../verbs/verb.ts';
import { findChromium } from './chromium.ts';
import type { Step } from './step.ts';
import { numbered, throwAwayPlatforms } from './throw-away.ts';
import { vitest } from './vitest.ts';

/** A folder that is gone afterwards; the store's own account must be able to reach into it. */
export const inTemporaryFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-test-'));
  await chmod(folder, 0o755);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
};

interface Servers {
  readonly TEST_NATS_URL: string;
  readonly TEST_MONGO_URL: string;
  /** For tests that have a server of their own, to kill it. */
  readonly NATS_SERVER_BIN: string;
}

const withServers = <T>({ dir }: Place, work: (env: Servers) => Promise<T>): Promise<T> =>
  inTemporaryFolder(async (folder) => {
    const NATS_SERVER_BIN = await natsBinary({ toolsDir: join(dir, 'tools'), report: say });
    const nats = await startNats({ dir, dataDir: join(folder, 'nats'), report: say });
    try {
      const store = await startStore({ dir, dataDir: join(folder, 'store'), report: say });
      try {
        return await work({ TEST_NATS_URL: nats.url, TEST_MONGO_URL: store.url, NATS_SERVER_BIN });
      } finally {
        await store.stop();
      }
    } finally {
      await nats.stop();
    }
  });

/** The rules, as sentences: nothing else runs. */
export const unit: Step = {
  name: 'unit',
  run: (place, filters) => vitest(place, ['!int*', '!e2e'], filters),
};

/** Adapters and packages on a real NATS server and a real store, one of each for all files. */
export const integration: Step = {
  name: 'int',
  run: (place, filters) => withServers(place, (env) => vitest(place, ['int*'], filters, { ...env })),
};

/** Each has a clock of its own, which its tests move, and processes of its own, which they kill: so that two files can run at once. */
const PLATFORMS = 2;

/** Journeys through whole platforms of their own, by HTTP and in Chromium. */
export const e2e: Step = {
  name: 'e2e',
  run: async (place, filters) => {
    const chromium = await findChromium(place, say);
    return inTemporaryFolder((folder) =>
      throwAwayPlatforms(place, folder, PLATFORMS, (envs) =>
        vitest(place, ['e2e'], filters, { ...numbered(envs), CHROMIUM_PATH: chromium }),
      ),
    );
  },
};
