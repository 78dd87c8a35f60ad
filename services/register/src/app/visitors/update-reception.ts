import type { Handler } from '@guildhall/kernel';
import { type Reception, type ReceptionSettings, updateReception } from '../../domain/visitors/reception.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { Receptions } from './ports.ts';

export type UpdateReception = Readonly<{ siteId: string; given: Partial<ReceptionSettings> }>;

type Deps = Readonly<{ sites: SiteCatalogue; receptions: Receptions }>;

export const updateReceptionHandler =
  ({ sites, receptions }: Deps): Handler<UpdateReception, Reception> =>
  async ({ siteId, given }) => {
    const { id } = await sites.get(siteId);
    const next = updateReception(await receptions.get(id), given);
    await receptions.save(next);
    return next;
  };
