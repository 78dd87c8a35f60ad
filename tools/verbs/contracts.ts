import { mustRun } from '../process/run.ts';
import { bin } from '../steps/command.ts';
import { FOREIGN, GENERATOR, RELEASED } from '../steps/contracts.ts';
import { say } from '../terminal/screen.ts';
import type { Verb } from './verb.ts';

export const verb: Verb = {
  about: 'format the contracts and generate the code that comes from them; --release makes them the ones not to break',
  run: async (place, args) => {
    const buf = (...words: string[]) => mustRun(bin(place, 'buf'), words, { cwd: place.root });
    await buf('format', '--write', 'proto', ...FOREIGN);
    await buf('lint');
    // The generator imports the code of every contract, those that are new too.
    await buf('generate');
    await mustRun(process.execPath, GENERATOR, { cwd: place.root, onLine: say });
    say('what comes from the contracts is current');
    if (args.includes('--release')) {
      await buf('build', 'proto', '--output', RELEASED);
      say(`${RELEASED} is what clients rely on from now`);
    }
    return 0;
  },
};
