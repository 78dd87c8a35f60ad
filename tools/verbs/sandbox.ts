import { runScript } from './program.ts';
import type { Verb } from './verb.ts';

export const verb: Verb = {
  about: 'the simulators and their inbox alone',
  // From the sources: it is there at once, also in a checkout that was never built.
  run: (place) => runScript(place, 'sandbox/src/main.ts', []),
};
