import { styleText } from 'node:util';
import { explain } from '../process/sentence.ts';
import type { Place } from '../verbs/verb.ts';
import type { Outcome, Step } from './step.ts';

export interface Verdict {
  readonly name: string;
  readonly seconds: number;
  readonly ok: boolean;
  readonly passed: number;
  readonly failed: number;
  /** What failed and how, a few lines each. */
  readonly failures: readonly string[];
}

type Print = (line: string) => void;

const outcomeOf = async (step: Step, place: Place, filters: readonly string[]): Promise<Outcome> => {
  try {
    return await step.run(place, filters);
  } catch (error) {
    return { ok: false, output: explain(error) };
  }
};

const OUTPUT_LINES = 8;
const LINES_AT_THE_END = 45;

/** The failed tests, or what a step without tests of its own said first. */
const failuresOf = ({ failures = [], output = '' }: Outcome): readonly string[] =>
  failures.length > 0 ? failures : [output.trim().split('\n').slice(0, OUTPUT_LINES).join('\n')];

/** A step counts its tests; when it went wrong without a failed test, that is one failure more. */
const verdictOf = (name: string, seconds: number, outcome: Outcome): Verdict => {
  const failed = outcome.failed ?? 0;
  const passed = outcome.passed ?? (outcome.ok ? 1 : 0);
  const counted = outcome.ok ? failed : Math.max(failed, 1);
  return { name, seconds, ok: outcome.ok, passed, failed: counted, failures: outcome.ok ? [] : failuresOf(outcome) };
};

const describe = ({ name, seconds, ok, passed, failed }: Verdict): string => {
  const mark = ok ? styleText('green', '✓') : styleText('red', '✗');
  const counts = passed + failed > 1 ? `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}` : '';
  return `${mark} ${name.padEnd(12)} ${`${seconds.toFixed(1)} s`.padStart(8)}  ${counts}`.trimEnd();
};

/** Runs the steps one after the other, going on after a failure, and prints a verdict for each. */
export const runSteps = async (
  steps: readonly Step[],
  place: Place,
  filters: readonly string[] = [],
  print: Print = console.log,
): Promise<Verdict[]> => {
  const verdicts: Verdict[] = [];
  for (const step of steps) {
    const startedAt = performance.now();
    const outcome = await outcomeOf(step, place, filters);
    const verdict = verdictOf(step.name, (performance.now() - startedAt) / 1_000, outcome);
    if (!verdict.ok && outcome.output) print(outcome.output.trimEnd());
    print(describe(verdict));
    verdicts.push(verdict);
  }
  return verdicts;
};

const linesOf = ({ name, failures }: Verdict): readonly string[] =>
  failures.flatMap((failure) => `${name}: ${failure}`.split('\n'));

/** What failed, short enough to be read at the end of a long output. */
const summary = (wrong: readonly Verdict[]): readonly string[] => {
  const lines = wrong.flatMap(linesOf);
  const more = lines.length - LINES_AT_THE_END;
  return more > 0 ? [...lines.slice(0, LINES_AT_THE_END), `... and ${more} lines more, above`] : lines;
};

/** Repeats what failed and ends with the line that says how many passed and failed; returns the exit code. */
export const conclude = (verdicts: readonly Verdict[], print: Print = console.log): number => {
  const wrong = verdicts.filter((verdict) => !verdict.ok);
  if (wrong.length > 0) print(`\nfailed: ${wrong.map((verdict) => verdict.name).join(', ')}`);
  for (const line of summary(wrong)) print(line);
  const sum = (count: (verdict: Verdict) => number) => verdicts.reduce((total, verdict) => total + count(verdict), 0);
  const [passed, failed] = [sum((verdict) => verdict.passed), sum((verdict) => verdict.failed)];
  print(`${wrong.length > 0 ? '' : '\n'}${passed} passed, ${failed} failed`);
  return failed === 0 && verdicts.length > 0 ? 0 : 1;
};
