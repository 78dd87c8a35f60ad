import type { Handler } from '@guildhall/kernel';
import type { Visitor } from '../../domain/visitors/visitor.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { keyOf } from './list-visitors.ts';
import type { VisitorRepository } from './ports.ts';

export type FindReturning = Readonly<{ siteId: string; name: string }>;

/** `latest` is the latest visit of that name and company. */
export type Returning = Readonly<{ latest: Visitor; visits: number }>;

type Deps = Readonly<{ sites: SiteCatalogue; visitors: VisitorRepository }>;

const most = 20;

/** Everybody who came before, each name and company once, the latest first. */
export const findReturningHandler =
  ({ sites, visitors }: Deps): Handler<FindReturning, readonly Returning[]> =>
  async ({ siteId, name }) => {
    const site = await sites.get(siteId);
    const before = (await visitors.cameBefore(site.id, name)).toSorted((a, b) => arrival(b) - arrival(a));
    const groups = Map.groupBy(before, keyOf);
    return [...groups.values()]
      .slice(0, most)
      .flatMap((stays) => (stays[0] ? [{ latest: stays[0], visits: stays.length }] : []));
  };

const arrival = ({ arrivedAt }: Visitor): number => arrivedAt?.getTime() ?? 0;
