import { mustRun } from '../process/run.ts';
import { bin } from '../steps/command.ts';
import { runProgram } from './program.ts';
import type { Verb } from './verb.ts';

export const verb: Verb = {
  about: 'the simulators and their inbox alone',
  run: async (place) => {
    await mustRun(bin(place, 'tsc'), ['-b', 'sandbox'], { cwd: place.root });
    return runProgram(place, ['sandbox/dist/main.js']);
  },
};
