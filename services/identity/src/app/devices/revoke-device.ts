import type { Clock, Handler } from '@guildhall/kernel';
import { revokeDevice } from '../../domain/device-credential.ts';
import { auditOf } from '../caller.ts';
import type { Devices } from '../credential-ports.ts';
import type { Audits, Caller } from '../ports.ts';
import { retryStale } from '../retry-stale.ts';

export type RevokeDevice = Readonly<{ id: string; caller: Caller }>;

type Deps = Readonly<{ devices: Devices; audits: Audits; clock: Clock }>;

/** Ends the token of a device; a repeat, or one that never was, changes nothing. */
export const revokeDeviceHandler =
  ({ devices, audits, clock }: Deps): Handler<RevokeDevice> =>
  ({ id, caller }) =>
    retryStale(async () => {
      const at = clock.now();
      const current = await devices.find(id);
      const decision = current && revokeDevice(current, at);
      if (!decision) return;
      await devices.save(decision.next, decision.facts);
      await audits.record([auditOf(caller, 'device.revoked', id, at)]);
    });
