import type { Clock } from '@guildhall/kernel';
import type { FaultBoard } from '../faults/fault-board.ts';
import type { Grants } from './grants.ts';
import type { ServiceUsers } from './service-users.ts';
import type { SigningKeys } from './signing-keys.ts';

/** What the simulated services share. */
export type ServiceDeps = Readonly<{
  users: ServiceUsers;
  grants: Grants;
  keys: SigningKeys;
  faults: FaultBoard;
  clock: Clock;
}>;
