import { contracts } from '../steps/contracts.ts';
import { openapi } from '../steps/openapi.ts';
import { boundaries, deadCode, format, lint, types } from '../steps/quality.ts';
import { conclude, runSteps } from '../steps/run-steps.ts';
import type { Step } from '../steps/step.ts';
import { e2e, integration, unit } from '../steps/tests.ts';
import { web } from '../steps/web.ts';
import { Sentence } from '../process/sentence.ts';
import type { Verb } from './verb.ts';

/** What needs no running server. */
export const CHECKS: readonly Step[] = [format, lint, types, boundaries, deadCode, contracts, openapi];
const STEPS: readonly Step[] = [...CHECKS, unit, integration, web, e2e];

export interface Choice {
  readonly steps: readonly Step[];
  /** Parts of file names, passed on to the tests. */
  readonly filters: readonly string[];
}

/** The steps named by the first arguments (all when none is); what comes after chooses test files. */
export const choose = (args: readonly string[], steps: readonly Step[] = STEPS): Choice => {
  const isStep = (word: string) => steps.some((step) => step.name === word);
  const words = args.filter((word) => word !== '--');
  const end = words.findIndex((word) => !isStep(word));
  const names = end < 0 ? words : words.slice(0, end);
  const filters = end < 0 ? [] : words.slice(end);
  if (names.length === 0 && filters.length > 0) {
    throw new Sentence(`There is no step "${filters[0]}": ${steps.map((step) => step.name).join(', ')}.`);
  }
  return { steps: names.length === 0 ? steps : steps.filter((step) => names.includes(step.name)), filters };
};

export const verb: Verb = {
  about: 'every check and every test; `npm test -- int visits` runs one step on some files',
  run: async (place, args) => {
    const { steps, filters } = choose(args);
    return conclude(await runSteps(steps, place, filters));
  },
};
