import type { Aggregates } from '@guildhall/mongo';
import type { Receptions } from '../../app/visitors/ports.ts';
import { newReception, type Reception } from '../../domain/visitors/reception.ts';

export const receptionCollection = 'receptions';
export type ReceptionState = Omit<Reception, 'siteId' | 'version'>;

export const receptionRepository = (receptions: Aggregates<ReceptionState>): Receptions => ({
  get: async (siteId) => {
    const found = await receptions.find(siteId);
    return found ? { ...found.state, siteId, version: found.version } : newReception(siteId);
  },
  save: ({ siteId, version, ...state }) => receptions.save({ id: siteId, version, state }),
});
