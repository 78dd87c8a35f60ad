import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { audited } from '../../domain/audit.ts';
import { revokeDevice } from '../../domain/device-credential.ts';
import { auditOf } from '../caller.ts';
import type { Devices } from '../credential-ports.ts';
import type { Caller } from '../ports.ts';

export type RevokeDevice = Readonly<{ id: string; caller: Caller }>;

type Deps = Readonly<{ devices: Devices; clock: Clock }>;

/** Ends the token of a device; a repeat, or one that never was, changes nothing. */
export const revokeDeviceHandler =
  ({ devices, clock }: Deps): Handler<RevokeDevice> =>
  ({ id, caller }) =>
    retryStale(async () => {
      const at = clock.now();
      const current = await devices.find(id);
      const decision = current && revokeDevice(current, at);
      if (!decision) return;
      const { next, facts } = decision;
      await devices.save(next, [...facts, audited(next, auditOf(caller, 'device.revoked', id, at))]);
    });
