import { join } from 'node:path';
import { runBin } from './command.ts';
import type { Step } from './step.ts';

/** Made from the contracts and committed, so that a change of it is seen in review. */
export const OPENAPI = join('services', 'gateway', 'openapi.json');

const QUIET = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

/** The description of the API that clients read is well formed. */
export const openapi: Step = {
  name: 'openapi',
  run: (place) => runBin(place, 'redocly', ['lint', OPENAPI], { env: QUIET }),
};
