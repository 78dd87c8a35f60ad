import type { Aggregates, IndexSpec, Stored } from '@guildhall/mongo';
import type { Kiosks } from '../../app/kiosks/ports.ts';
import type { Kiosk } from '../../domain/kiosks/kiosk.ts';

export const kioskCollection = 'kiosks';
export type KioskState = Omit<Kiosk, 'id' | 'version'>;

export const kioskIndexes: readonly IndexSpec[] = [
  // A device types its pairing code; two kiosks never wait with one code.
  {
    name: 'pairing_code',
    keys: { 'state.pairing.codeHash': 1 },
    unique: true,
    where: { 'state.pairing.codeHash': { $exists: true } },
  },
];

const most = 1_000;

export const kioskRepository = (kiosks: Aggregates<KioskState>): Kiosks => ({
  find: async (id) => {
    const found = await kiosks.find(id);
    return found && { ...found.state, id: found.id, version: found.version };
  },
  findByCode: async (codeHash) => {
    const query = kiosks.model.findOne({ 'state.pairing.codeHash': codeHash }, { version: 1, state: 1 });
    const found = await query.lean<Stored<KioskState>>();
    return found ? toKiosk(found) : undefined;
  },
  all: async (siteId) => {
    const query = kiosks.model.find(siteId ? { 'state.siteId': siteId } : {}, { version: 1, state: 1 });
    return (await query.limit(most).batchSize(most).lean<Stored<KioskState>[]>()).map(toKiosk);
  },
  save: ({ id, version, ...state }) => kiosks.save({ id, version, state }),
});

const toKiosk = ({ _id, version, state }: Stored<KioskState>): Kiosk => ({ ...state, id: _id, version });
