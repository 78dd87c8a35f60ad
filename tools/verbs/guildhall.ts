import { runScript } from './program.ts';
import type { Verb } from './verb.ts';

export const verb: Verb = {
  about: 'the command line over the REST API: npm run -s guildhall -- --help',
  explainsItself: true,
  run: (place, args) => runScript(place, 'cli/src/main.ts', args),
};
