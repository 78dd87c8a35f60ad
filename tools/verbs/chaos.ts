import { runScript } from './program.ts';
import type { Verb } from './verb.ts';

export const verb: Verb = {
  about: 'a minute of load while each process is killed in turn',
  run: (place, args) => runScript(place, 'bench/src/chaos.ts', args),
};
