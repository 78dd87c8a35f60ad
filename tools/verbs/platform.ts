import { once } from 'node:events';
import { inTemporaryFolder } from '../steps/tests.ts';
import { throwAwayPlatforms } from '../steps/throw-away.ts';
import { onInterrupt } from '../terminal/interrupt.ts';
import { say } from '../terminal/screen.ts';
import type { Verb } from './verb.ts';

export const verb: Verb = {
  about: 'a throw-away platform on free ports, for running end-to-end tests by hand',
  run: async (place) => {
    const { signal } = onInterrupt({ first: () => say('stopping'), again: () => process.exit(130) });
    await inTemporaryFolder((folder) =>
      throwAwayPlatforms(place, folder, 1, async ([env = {}]) => {
        for (const [name, value] of Object.entries(env)) console.log(`export ${name}=${value}`);
        if (!signal.aborted) await once(signal, 'abort');
      }),
    );
    return 0;
  },
};
