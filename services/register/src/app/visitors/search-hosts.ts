import type { Handler } from '@guildhall/kernel';
import { nameKey } from '../../domain/visitors/name-key.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { Host, Hosts } from './ports.ts';

export type SearchHosts = Readonly<{ siteId: string; name: string }>;

type Deps = Readonly<{ sites: Pick<SiteCatalogue, 'get'>; hosts: Pick<Hosts, 'named'> }>;

const most = 10;
const shortest = 2;

/** Names of people to visit, and nothing else of them. Spaces and accents alone find nobody. */
export const searchHostsHandler =
  ({ sites, hosts }: Deps): Handler<SearchHosts, readonly Host[]> =>
  async ({ siteId, name }) => {
    await sites.get(siteId);
    return nameKey(name).replaceAll(' ', '').length < shortest ? [] : hosts.named(name, most);
  };
