import { runScript } from './program.ts';
import type { Verb } from './verb.ts';

export const verb: Verb = {
  about: 'the benchmarks, beside their peers',
  run: (place, args) => runScript(place, 'bench/src/bench.ts', args),
};
