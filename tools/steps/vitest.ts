import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../process/run.ts';
import type { Place } from '../verbs/verb.ts';
import { bin } from './command.ts';
import { outcomeFrom, type Report } from './report.ts';
import { REPORT_FILE } from './reporter.ts';
import type { Outcome } from './step.ts';

const readReport = async (path: string): Promise<Report | undefined> => {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Report;
  } catch {
    return undefined;
  }
};

/** Runs the tests of these vitest projects, showing them as they go. */
export const vitest = async (
  place: Place,
  projects: readonly string[],
  filters: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<Outcome> => {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-vitest-'));
  const report = join(folder, 'report.json');
  try {
    const colours = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
    const reporters = ['--reporter=default', `--reporter=${join(import.meta.dirname, 'reporter.ts')}`];
    const args = ['run', ...projects.flatMap((project) => ['--project', project]), ...reporters, ...filters];
    const options = {
      cwd: place.root,
      env: { CI: '1', TZ: 'UTC', [REPORT_FILE]: report, ...colours, ...env },
      onLine: (line: string) => console.log(line),
    };
    const { code } = await run(bin(place, 'vitest'), args, options);
    return outcomeFrom(await readReport(report), code);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
