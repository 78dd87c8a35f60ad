import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { conclude, runSteps } from './run-steps.ts';
import type { Outcome, Step } from './step.ts';

const place = { root: '/nowhere', dir: '/nowhere/.guildhall' };
const step = (name: string, outcome: Outcome | Error): Step => ({
  name,
  run: async () => {
    if (outcome instanceof Error) throw outcome;
    return outcome;
  },
});

const runAll = async (...steps: Step[]) => {
  const printed: string[] = [];
  const print = (line: string) => void printed.push(stripVTControlCharacters(line));
  const code = conclude(await runSteps(steps, place, [], print), print);
  return { code, printed, last: printed.at(-1)?.trim() };
};

describe('the steps of npm test', () => {
  it('go on after a failure and end with how many passed and failed', async () => {
    const { code, last, printed } = await runAll(
      step('lint', { ok: false, output: 'an unused variable' }),
      step('unit', { ok: true, passed: 120, failed: 0 }),
    );
    expect(last).toBe('120 passed, 1 failed');
    expect(code).toBe(1);
    expect(printed).toContain('an unused variable');
    expect(printed).toContain('\nfailed: lint');
  });

  it('count each test, and one for a step without tests', async () => {
    const { code, last } = await runAll(step('types', { ok: true }), step('unit', { ok: true, passed: 7, failed: 0 }));
    expect(last).toBe('8 passed, 0 failed');
    expect(code).toBe(0);
  });

  it('count a step that went wrong without a failed test as one failure', async () => {
    const { last } = await runAll(step('int', { ok: false, passed: 3, failed: 0 }));
    expect(last).toBe('3 passed, 1 failed');
  });

  it('fail when a step cannot do its work at all', async () => {
    const { code, last } = await runAll(step('e2e', new Error('no browser')));
    expect(last).toBe('0 passed, 1 failed');
    expect(code).toBe(1);
  });

  it('say at the very end which tests failed, and how', async () => {
    const failures = ['a.test.ts: adds up\n    expected 3 to be 4', 'b.test.ts: counts\n    expected 1 to be 2'];
    const { printed } = await runAll(
      step('unit', { ok: false, passed: 7, failed: 2, failures }),
      step('lint', { ok: false, output: 'an unused variable' }),
      step('web', { ok: true }),
    );
    const end = printed.slice(printed.indexOf('\nfailed: unit, lint') + 1);
    expect(end).toEqual([
      'unit: a.test.ts: adds up',
      '    expected 3 to be 4',
      'unit: b.test.ts: counts',
      '    expected 1 to be 2',
      'lint: an unused variable',
      '8 passed, 3 failed',
    ]);
  });

  it('say no more of many failures than can be read in the last sixty lines', async () => {
    const failures = Array.from({ length: 100 }, (_, nth) => `${nth}.test.ts: fails\n    because`);
    const { printed } = await runAll(step('unit', { ok: false, passed: 0, failed: 100, failures }));
    expect(printed.slice(-60)).toContain('\nfailed: unit');
    expect(printed.at(-2)).toBe('... and 155 lines more, above');
  });

  it('fail when there was nothing to run', async () => {
    expect((await runAll()).code).toBe(1);
  });
});
