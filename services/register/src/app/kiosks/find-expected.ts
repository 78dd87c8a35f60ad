import type { Clock, Handler } from '@guildhall/kernel';
import type { siteDay } from '../../domain/site-day.ts';
import { matchesName, nameKey } from '../../domain/visitors/name-key.ts';
import type { Visitor } from '../../domain/visitors/visitor.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { Host, Hosts, VisitorRepository } from '../visitors/ports.ts';
import { kioskOf } from './kiosk-of.ts';
import type { Kiosks } from './ports.ts';

export type FindAtKiosk = Readonly<{ kioskId: string; name: string }>;

type Deps = Readonly<{
  kiosks: Kiosks;
  sites: SiteCatalogue;
  visitors: VisitorRepository;
  hosts: Hosts;
  dayAt: typeof siteDay;
  clock: Clock;
}>;

const most = 10;
const shortest = 2;

/** Who may come in or go by name: expected today, or inside. */
export const findExpectedHandler =
  ({ kiosks, sites, visitors, dayAt, clock }: Deps): Handler<FindAtKiosk, readonly Visitor[]> =>
  async ({ kioskId, name }) => {
    const site = await sites.get((await kioskOf(kiosks, kioskId)).siteId);
    if (isTooShort(name)) return [];
    const today = dayAt(site, clock.now()).date;
    const found = [...(await visitors.onDay(site.id, today)), ...(await visitors.inside(site.id))];
    return [...new Map(found.map((visitor) => [visitor.id, visitor])).values()]
      .filter(({ status }) => status === 'expected' || status === 'inside')
      .filter((visitor) => matchesName(nameKey(visitor.name), name))
      .toSorted((a, b) => (nameKey(a.name) < nameKey(b.name) ? -1 : 1))
      .slice(0, most);
  };

/** Names of people to visit, and nothing else of them. */
export const findHostsHandler =
  ({ kiosks, hosts }: Deps): Handler<FindAtKiosk, readonly Host[]> =>
  async ({ kioskId, name }) => {
    await kioskOf(kiosks, kioskId);
    return isTooShort(name) ? [] : hosts.named(name, most);
  };

/** Spaces and accents alone find nobody. */
const isTooShort = (name: string): boolean => nameKey(name).replaceAll(' ', '').length < shortest;
