import { writeFileSync } from 'node:fs';
import type { SerializedError, TestModule } from 'vitest/node';
import { reportOf } from './report.ts';

/** Where the report is written. */
export const REPORT_FILE = 'VITEST_REPORT_FILE';

/** Told to vitest by its path; writes what its own JSON leaves out: failed hooks, and errors outside of the tests. */
export default class Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    writeFileSync(process.env[REPORT_FILE] ?? '', JSON.stringify(reportOf(modules, unhandled)));
  }
}
