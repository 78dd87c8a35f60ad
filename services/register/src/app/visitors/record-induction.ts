import type { Handler } from '@guildhall/kernel';
import { checkInduction, type Induction } from '../../domain/visitors/induction.ts';
import { matchesName } from '../../domain/visitors/name-key.ts';
import { inductionNotFound } from '../../domain/visitors/refusals.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { keyOf } from './list-visitors.ts';
import type { Inductions } from './ports.ts';

type Deps = Readonly<{ sites: SiteCatalogue; inductions: Inductions }>;

export const recordInductionHandler =
  ({ sites, inductions }: Deps): Handler<Omit<Induction, 'id'>, Induction> =>
  async (given) => {
    await sites.get(given.siteId);
    const trimmed = { ...given, name: given.name.trim(), company: given.company.trim() };
    checkInduction(trimmed);
    return inductions.put(trimmed);
  };

/** By name; an empty one is everybody. */
export const listInductionsHandler =
  ({ sites, inductions }: Deps): Handler<Readonly<{ siteId: string; name: string }>, readonly Induction[]> =>
  async ({ siteId, name }) => {
    const { id } = await sites.get(siteId);
    const all = await inductions.of(id);
    return all
      .filter((one) => !name || matchesName(keyOf(one), name))
      .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  };

export type RemoveInduction = Readonly<{ siteId: string; inductionId: string }>;

/** Whoever it was about has to be inducted again. */
export const removeInductionHandler =
  ({ sites, inductions }: Deps): Handler<RemoveInduction> =>
  async ({ siteId, inductionId }) => {
    const { id } = await sites.get(siteId);
    if (!(await inductions.remove(id, inductionId))) throw inductionNotFound();
  };
