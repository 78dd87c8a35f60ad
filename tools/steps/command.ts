import { join } from 'node:path';
import { run, type RunOptions } from '../process/run.ts';
import type { Place } from '../verbs/verb.ts';
import type { Outcome, Step } from './step.ts';

/** A program of node_modules/.bin. */
export const bin = (place: Place, name: string): string => join(place.root, 'node_modules', '.bin', name);

/** Runs one program of node_modules/.bin in the checkout; it is right when it ends with 0. */
export const runBin = async (
  place: Place,
  name: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Outcome> => {
  const { code, output } = await run(bin(place, name), args, { cwd: place.root, ...options });
  return { ok: code === 0, output };
};

/** A step that is one program of node_modules/.bin. */
export const command = (name: string, program: string, ...args: readonly string[]): Step => ({
  name,
  run: (place) => runBin(place, program, args),
});

/** Runs programs one after the other; all of them run, and all must be right. */
export const all = async (...tasks: readonly (() => Promise<Outcome>)[]): Promise<Outcome> => {
  const outcomes: Outcome[] = [];
  for (const task of tasks) outcomes.push(await task());
  const wrong = outcomes.filter((outcome) => !outcome.ok);
  return { ok: wrong.length === 0, output: wrong.map((outcome) => outcome.output ?? '').join('\n') };
};
