import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../process/run.ts';
import type { Place } from '../verbs/verb.ts';
import { bin } from './command.ts';
import type { Outcome } from './step.ts';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly success: boolean;
}

/** What a vitest JSON report says; a skipped test counts as failed: what is written must run. */
export const outcomeFrom = (report: Report | undefined, code: number): Outcome => {
  if (report === undefined) return { ok: false, output: `vitest ended with code ${code} and wrote no report.` };
  const failed = report.numFailedTests + report.numPendingTests;
  const skipped = report.numPendingTests > 0 ? `${report.numPendingTests} tests were skipped.` : '';
  return { ok: code === 0 && report.success && failed === 0, passed: report.numPassedTests, failed, output: skipped };
};

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
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const args = ['run', ...projects.flatMap((project) => ['--project', project]), ...reporters, ...filters];
    const options = {
      cwd: place.root,
      env: { CI: '1', TZ: 'UTC', ...colours, ...env },
      onLine: (line: string) => console.log(line),
    };
    const { code } = await run(bin(place, 'vitest'), args, options);
    return outcomeFrom(await readReport(report), code);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
