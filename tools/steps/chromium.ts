import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { findOnPath } from '../process/find.ts';
import { run } from '../process/run.ts';
import { Sentence } from '../process/sentence.ts';
import type { Place } from '../verbs/verb.ts';

type Report = (line: string) => void;
type Try = (place: Place, report: Report) => Promise<string | undefined>;

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const fromEnvironment: Try = async () => process.env.CHROMIUM_PATH || undefined;

const onPath: Try = () => findOnPath('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome');

const fromDebian: Try = async (_place, report) => {
  const aptGet = await findOnPath('apt-get');
  if (aptGet === undefined || process.getuid?.() !== 0) return undefined;
  report('installing chromium from Debian');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run(aptGet, ['update', '-qq'], { env });
  await run(aptGet, ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], { env });
  return findOnPath('chromium');
};

/** Playwright says where its own browser is, or would be. */
const playwrightPath = async (place: Place, env: Record<string, string>): Promise<string | undefined> => {
  const script = "import('playwright-core').then(({ chromium }) => console.log(chromium.executablePath()))";
  const asked = await run(process.execPath, ['-e', script], { cwd: join(place.root, 'e2e'), env });
  const path = asked.output.trim();
  return asked.code === 0 && (await exists(path)) ? path : undefined;
};

const fromPlaywright: Try = async (place, report) => {
  const env = { PLAYWRIGHT_BROWSERS_PATH: join(place.dir, 'tools', 'browsers') };
  const fetched = await playwrightPath(place, env);
  if (fetched !== undefined) return fetched;
  report("fetching chromium by Playwright's own download");
  const cli = join(place.root, 'node_modules', 'playwright-core', 'cli.js');
  await run(process.execPath, [cli, 'install', 'chromium'], { env, timeoutMs: 300_000 });
  return playwrightPath(place, env);
};

/** The path of a Chromium: CHROMIUM_PATH, on PATH, Debian's when we are root, else Playwright's own. */
export const findChromium = async (
  place: Place,
  report: Report,
  tries: readonly Try[] = [fromEnvironment, onPath, fromDebian, fromPlaywright],
): Promise<string> => {
  for (const attempt of tries) {
    const found = await attempt(place, report);
    if (found !== undefined) return found;
  }
  throw new Sentence(
    'Chromium is missing: `apt-get install chromium fonts-liberation` (as root) or `npx playwright-core install --with-deps chromium` brings it.',
  );
};
