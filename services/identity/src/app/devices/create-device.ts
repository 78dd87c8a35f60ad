import type { Clock, Handler } from '@guildhall/kernel';
import { issueDevice } from '../../domain/device-credential.ts';
import { auditOf } from '../caller.ts';
import type { Devices } from '../credential-ports.ts';
import type { Audits, Caller, Tokens } from '../ports.ts';
import { retryStale } from '../retry-stale.ts';

export type CreateDevice = Readonly<{ id: string; siteId: string; label: string; caller: Caller }>;

type Deps = Readonly<{ devices: Devices; tokens: Tokens; audits: Audits; clock: Clock }>;

/** The token of a kiosk, shown this once; asking again for the same kiosk replaces it. */
export const createDeviceHandler =
  ({ devices, tokens, audits, clock }: Deps): Handler<CreateDevice, string> =>
  ({ id, siteId, label, caller }) =>
    retryStale(async () => {
      const at = clock.now();
      const { token, tokenHash } = tokens.make();
      const { next, facts } = issueDevice(await devices.find(id), { id, kind: 'kiosk', siteId, label, tokenHash }, at);
      await devices.save(next, facts);
      await audits.record([auditOf(caller, 'device.created', id, at)]);
      return token;
    });
