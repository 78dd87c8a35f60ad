import { conclude, runSteps } from '../steps/run-steps.ts';
import { CHECKS } from './test.ts';
import type { Verb } from './verb.ts';

export const verb: Verb = {
  about: 'format, lint, types, boundaries, dead code, contracts: what needs no server',
  run: async (place) => conclude(await runSteps(CHECKS, place)),
};
