import { describe, expect, it } from 'vitest';
import { outcomeFrom, type RanFile, reportOf } from './report.ts';

type Ran = Readonly<{ state: string; error?: string }>;
type Told = Readonly<{
  error?: string;
  hooks?: Readonly<Record<string, string>>;
  tests?: Readonly<Record<string, Ran>>;
}>;

const errors = (message: string | undefined) => (message === undefined ? [] : [{ message }]);
const file = ({ error, hooks = {}, tests = {} }: Told): RanFile => ({
  relativeModuleId: 'services/a/b.test.ts',
  errors: () => errors(error),
  children: {
    allSuites: () => Object.entries(hooks).map(([fullName, message]) => ({ fullName, errors: () => errors(message) })),
    allTests: () =>
      Object.entries(tests).map(([fullName, ran]) => ({
        fullName,
        result: () => ({ state: ran.state, errors: errors(ran.error) }),
      })),
  },
});
const passed = { state: 'passed' };
const outcome = (told: Told, code = 1, stray: readonly string[] = []) =>
  outcomeFrom(
    reportOf(
      [file(told)],
      stray.map((message) => ({ message })),
    ),
    code,
  );

describe('what a test run says', () => {
  it('is right when everything passed', () => {
    const all = { tests: { adds: passed, counts: passed } };
    expect(outcome(all, 0)).toEqual({ ok: true, passed: 2, failed: 0, failures: [] });
  });

  it('names each failed test with the head of its error, without colours', () => {
    const error = '\u001B[31mexpected 1 to be 2\u001B[39m\n\n- 2\n+ 1\nand so on';
    expect(outcome({ tests: { adds: passed, counts: { state: 'failed', error } } })).toEqual({
      ok: false,
      passed: 1,
      failed: 1,
      failures: ['services/a/b.test.ts: counts\n    expected 1 to be 2\n    - 2\n    + 1'],
    });
  });

  it('names what failed before or after the tests, which then did not run', () => {
    const { ok, failed, failures } = outcome({ hooks: { group: 'no server' }, tests: { adds: { state: 'skipped' } } });
    expect([ok, failed]).toEqual([false, 1]);
    expect(failures).toEqual(['services/a/b.test.ts: group (before or after its tests)\n    no server']);
  });

  it('names a file that could not be loaded', () => {
    const { ok, failures } = outcome({ error: 'no module' });
    expect([ok, failures]).toEqual([false, ['services/a/b.test.ts\n    no module']]);
  });

  it('is wrong when something failed outside of the tests', () => {
    const { ok, failures } = outcome({ tests: { adds: passed } }, 1, ['the worker is gone']);
    expect([ok, failures]).toEqual([false, ['outside of the tests\n    the worker is gone']]);
  });

  it('is wrong when a test was skipped: it never skips', () => {
    const skipped = { tests: { adds: passed, later: { state: 'skipped' } } };
    expect(outcome(skipped, 0)).toMatchObject({ ok: false, failed: 1, output: '1 tests were skipped.' });
  });

  it('is wrong when the run itself is, whatever the tests say', () => {
    const said = 'vitest ended with code 1: see what it said above.';
    expect(outcome({ tests: { adds: passed } })).toMatchObject({ ok: false, output: said });
  });

  it('is wrong when there is no report', () => {
    expect(outcomeFrom(undefined, 1)).toMatchObject({ ok: false });
  });
});
