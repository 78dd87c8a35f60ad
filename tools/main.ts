import { join } from 'node:path';
import { explain } from './process/sentence.ts';
import type { Verb } from './verbs/verb.ts';

/** Verbs are loaded when asked for: `start` must not wait for what only `test` needs. */
const VERBS: Readonly<Record<string, () => Promise<{ readonly verb: Verb }>>> = {
  start: () => import('./verbs/start.ts'),
  test: () => import('./verbs/test.ts'),
  check: () => import('./verbs/check.ts'),
  reset: () => import('./verbs/reset.ts'),
  platform: () => import('./verbs/platform.ts'),
  contracts: () => import('./verbs/contracts.ts'),
  sandbox: () => import('./verbs/sandbox.ts'),
  lockfile: () => import('./verbs/lockfile.ts'),
  bench: () => import('./verbs/bench.ts'),
  chaos: () => import('./verbs/chaos.ts'),
  guildhall: () => import('./verbs/guildhall.ts'),
};

const help = async (): Promise<void> => {
  console.log('npm start | npm test | npm run <verb>\n');
  for (const [name, load] of Object.entries(VERBS)) console.log(`  ${name.padEnd(10)} ${(await load()).verb.about}`);
};

const main = async ([name = '--help', ...args]: readonly string[]): Promise<number> => {
  const load = VERBS[name];
  if (load === undefined) {
    await help();
    return name === '--help' ? 0 : 64;
  }
  const { verb } = await load();
  if (args.includes('--help') && !verb.explainsItself) {
    await help();
    return 0;
  }
  const root = join(import.meta.dirname, '..');
  return verb.run({ root, dir: join(root, '.guildhall') }, args);
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`\n${explain(error)}`);
  process.exitCode = 1;
}
