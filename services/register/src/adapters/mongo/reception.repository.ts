import type { Aggregates } from '@guildhall/mongo';
import type { Receptions } from '../../app/visitors/ports.ts';
import { newReception, type Reception } from '../../domain/visitors/reception.ts';

export const receptionCollection = 'receptions';
/** A setting that came later may be missing. */
export type ReceptionState = Omit<Reception, 'siteId' | 'version' | 'phone' | 'approval'> &
  Partial<Pick<Reception, 'phone' | 'approval'>>;

export const receptionRepository = (receptions: Aggregates<ReceptionState>): Receptions => ({
  get: async (siteId) => {
    const found = await receptions.find(siteId);
    const fresh = newReception(siteId);
    return found ? { ...fresh, ...found.state, siteId, version: found.version } : fresh;
  },
  save: ({ siteId, version, ...state }) => receptions.save({ id: siteId, version, state }),
});
