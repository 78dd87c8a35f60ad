import type { Decision } from '@guildhall/kernel';

/** The token of a device that acts by itself, such as a kiosk; the device is a thing of another service. */
export type DeviceCredential = Readonly<{
  id: string;
  version: number;
  kind: 'kiosk';
  siteId: string;
  label: string;
  tokenHash: string;
  createdAt: Date;
  revokedAt?: Date;
}>;

export type DeviceFact = Readonly<{ type: 'device-revoked'; device: DeviceCredential; at: Date }>;

type NewDevice = Pick<DeviceCredential, 'id' | 'kind' | 'siteId' | 'label' | 'tokenHash'>;

/** A new token for a device; the one it had opens nothing from now on. */
export function issueDevice(
  current: DeviceCredential | undefined,
  fields: NewDevice,
  at: Date,
): Decision<DeviceCredential, DeviceFact> {
  const device: DeviceCredential = { ...fields, version: (current?.version ?? 0) + 1, createdAt: at };
  return { next: device, facts: current ? [{ type: 'device-revoked', device, at }] : [] };
}

/** Undefined when it opens nothing already. */
export function revokeDevice(current: DeviceCredential, at: Date): Decision<DeviceCredential, DeviceFact> | undefined {
  if (current.revokedAt) return undefined;
  const device: DeviceCredential = { ...current, version: current.version + 1, revokedAt: at };
  return { next: device, facts: [{ type: 'device-revoked', device, at }] };
}
