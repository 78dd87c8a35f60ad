import type { Process } from '@guildhall/runtime';
import { randomBytes } from 'node:crypto';
import { phoneNumbers } from '../adapters/phone/phone-numbers.ts';
import { writeTable } from '../adapters/tables/write-table.ts';
import { applicationTokens } from '../adapters/tokens/application-tokens.ts';
import { endRoleHandler } from '../app/reviews/end-role.ts';
import { endAssignmentHandler } from '../app/volunteers/give-assignment.ts';
import { leaveHandler } from '../app/volunteers/leave.ts';
import type { Settings } from '../config.ts';
import { governanceRepositories } from './governance-stored.ts';
import type { Running } from './parts.ts';

export type Governing = Running & ReturnType<typeof governingParts>;

/** Everything that applications, reviews and digests are made of. */
export function governingParts({ settings }: Process<Settings>, parts: Running) {
  const deps = { ...parts, ...governanceRepositories({ ...parts, settings }) };
  return {
    ...deps,
    tokens: applicationTokens(parts.sealer),
    newNonce: () => randomBytes(16).toString('base64url'),
    phoneOf: phoneNumbers(settings.DEFAULT_REGION),
    endRole: endRoleHandler({ ...deps, endAssignment: endAssignmentHandler(deps), leave: leaveHandler(deps) }),
    writeTable,
  };
}
