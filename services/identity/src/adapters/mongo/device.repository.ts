import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, IndexSpec } from '@guildhall/mongo';
import type { Devices } from '../../app/credential-ports.ts';
import type { Audited } from '../../domain/audit.ts';
import type { DeviceCredential, DeviceFact } from '../../domain/device-credential.ts';
import { findById, findOne } from './documents.ts';

export type DeviceState = Omit<DeviceCredential, 'id' | 'version'>;

export const deviceIndexes: readonly IndexSpec[] = [
  // ResolveCredential: which device a token belongs to.
  { name: 'one_device_per_token', keys: { 'state.tokenHash': 1 }, unique: true },
];

type Deps = Readonly<{ devices: Aggregates<DeviceState>; toMessage: (fact: DeviceFact | Audited) => Envelope }>;

export const deviceRepository = ({ devices, toMessage }: Deps): Devices => ({
  find: (id) => findById(devices, id),
  findByToken: (tokenHash) => findOne(devices, { 'state.tokenHash': tokenHash }),
  save: async ({ id, version, ...state }, facts) => {
    await devices.save({ id, version, state, messages: facts.map(toMessage) });
  },
});
