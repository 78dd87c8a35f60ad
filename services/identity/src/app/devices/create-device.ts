import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { audited } from '../../domain/audit.ts';
import { issueDevice } from '../../domain/device-credential.ts';
import { auditOf } from '../caller.ts';
import type { Devices } from '../credential-ports.ts';
import type { Caller, Tokens } from '../ports.ts';

export type CreateDevice = Readonly<{ id: string; siteId: string; label: string; caller: Caller }>;

type Deps = Readonly<{ devices: Devices; tokens: Tokens; clock: Clock }>;

/** The token of a kiosk, shown this once; asking again for the same kiosk replaces it. */
export const createDeviceHandler =
  ({ devices, tokens, clock }: Deps): Handler<CreateDevice, string> =>
  ({ id, siteId, label, caller }) =>
    retryStale(async () => {
      const at = clock.now();
      const { token, tokenHash } = tokens.make();
      const { next, facts } = issueDevice(await devices.find(id), { id, kind: 'kiosk', siteId, label, tokenHash }, at);
      await devices.save(next, [...facts, audited(next, auditOf(caller, 'device.created', id, at))]);
      return token;
    });
