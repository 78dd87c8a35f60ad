import { stripVTControlCharacters } from 'node:util';
import type { Outcome } from './step.ts';

interface Failed {
  readonly message: string;
}

/** What vitest tells a reporter of a file, as far as it is needed here. */
export interface RanFile {
  readonly relativeModuleId: string;
  errors(): readonly Failed[];
  readonly children: {
    allSuites(): Iterable<{ readonly fullName: string; errors(): readonly Failed[] }>;
    allTests(): Iterable<{
      readonly fullName: string;
      result(): { readonly state: string; readonly errors?: readonly Failed[] | undefined };
    }>;
  };
}

/** How a run went. */
export interface Report {
  readonly passed: number;
  /** Whatever was written and has not passed. */
  readonly failed: number;
  /** Each test, hook, file and stray error that failed: which one, and the head of its error. */
  readonly failures: readonly string[];
}

const HEAD_LINES = 3;
const LINE_LENGTH = 160;

/** The first lines of an error. */
const headOf = (message: string): readonly string[] => {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .map((line) => line.trim());
  return lines
    .filter((line) => line !== '')
    .slice(0, HEAD_LINES)
    .map((line) => line.slice(0, LINE_LENGTH));
};

const failure = (what: string, errors: readonly Failed[]): string =>
  [what, ...headOf(errors[0]?.message ?? '').map((line) => `    ${line}`)].join('\n');

const failuresOf = (ran: RanFile): readonly string[] => {
  const { relativeModuleId: file, children } = ran;
  const suites = [...children.allSuites()].filter((suite) => suite.errors().length > 0);
  const tests = [...children.allTests()].filter((test) => test.result().state === 'failed');
  return [
    ...(ran.errors().length > 0 ? [failure(file, ran.errors())] : []),
    ...suites.map((suite) => failure(`${file}: ${suite.fullName} (before or after its tests)`, suite.errors())),
    ...tests.map((test) => failure(`${file}: ${test.fullName}`, test.result().errors ?? [])),
  ];
};

/** What happened, from what vitest says at the end of a run. */
export const reportOf = (files: readonly RanFile[], unhandled: readonly Failed[]): Report => {
  const states = files.flatMap(({ children }) => [...children.allTests()].map((test) => test.result().state));
  const passed = states.filter((state) => state === 'passed').length;
  const stray = unhandled.map((error) => failure('outside of the tests', [error]));
  return { passed, failed: states.length - passed, failures: [...files.flatMap(failuresOf), ...stray] };
};

/** The outcome of a run; a test that did not run counts as failed: what is written must run. */
export const outcomeFrom = (report: Report | undefined, code: number): Outcome => {
  if (report === undefined) return { ok: false, output: `vitest ended with code ${code} and wrote no report.` };
  const { passed, failed, failures } = report;
  const ok = code === 0 && failed === 0 && failures.length === 0;
  if (ok || failures.length > 0) return { ok, passed, failed, failures };
  const output =
    failed > 0 ? `${failed} tests were skipped.` : `vitest ended with code ${code}: see what it said above.`;
  return { ok, passed, failed, output };
};
