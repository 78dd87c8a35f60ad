import { CredentialService, DeviceKind } from '@guildhall/contracts/identity/v1/credentials';
import { type Bus, client } from '@guildhall/messaging';
import type { DeviceCredentials, Pins } from '../../app/kiosks/ports.ts';

/** The tokens and PINs that identity keeps. */
export function devicesClient(bus: Bus): DeviceCredentials & Pins {
  const identity = client(bus, CredentialService);
  return {
    create: async ({ id, siteId, label }) => {
      const { token } = await identity.createDeviceCredential({ kind: DeviceKind.KIOSK, id, siteId, label });
      return token;
    },
    revoke: async (id) => {
      await identity.revokeDeviceCredential({ id });
    },
    find: async (number, pin) => {
      const { personId, displayName } = await identity.findByPin({ number, pin });
      return { personId, displayName };
    },
  };
}
