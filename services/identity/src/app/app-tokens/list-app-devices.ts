import type { Clock, Handler } from '@guildhall/kernel';
import { type AppTokens as Family, isAlive } from '../../domain/app-token.ts';
import { personOf } from '../caller.ts';
import type { AppTokens } from '../credential-ports.ts';
import type { Caller } from '../ports.ts';

export type ListAppDevices = Readonly<{ caller: Caller }>;

/** Where the caller's app is signed in, the device used last first. */
export const listAppDevicesHandler =
  ({
    appTokens,
    clock,
  }: Readonly<{ appTokens: AppTokens; clock: Clock }>): Handler<ListAppDevices, readonly Family[]> =>
  async ({ caller }) => {
    const own = await appTokens.ofPerson(personOf(caller));
    return own
      .filter((one) => isAlive(one, clock.now()))
      .toSorted((a, b) => b.lastSeenAt.getTime() - a.lastSeenAt.getTime() || b.id.localeCompare(a.id));
  };
