import type { Handler, NewId } from '@guildhall/kernel';
import { checkWatchEntry, type WatchEntry } from '../../domain/visitors/watch-list.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { hostName } from './expect-visitor.ts';
import type { Hosts, WatchList } from './ports.ts';

type Deps = Readonly<{ sites: SiteCatalogue; watchList: WatchList; hosts: Hosts; newId: NewId }>;

/** Adds somebody to the watch list. Whoever is to be told has to be a person. */
export const addWatchEntryHandler =
  ({ sites, watchList, hosts, newId }: Deps): Handler<Omit<WatchEntry, 'id'>, WatchEntry> =>
  async (given) => {
    await sites.get(given.siteId);
    checkWatchEntry(given);
    for (const personId of given.notifyPersonIds) await hostName(hosts, personId);
    const entry = { ...given, name: given.name.trim(), company: given.company.trim(), id: newId() };
    await watchList.add(entry);
    return entry;
  };
