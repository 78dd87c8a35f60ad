import type { Handler, NewId } from '@guildhall/kernel';
import { watchEntryNotFound } from '../../domain/visitors/refusals.ts';
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

export type RemoveWatchEntry = Readonly<{ siteId: string; entryId: string }>;

/** Takes somebody off the watch list. */
export const removeWatchEntryHandler =
  ({ sites, watchList }: Pick<Deps, 'sites' | 'watchList'>): Handler<RemoveWatchEntry> =>
  async ({ siteId, entryId }) => {
    const { id } = await sites.get(siteId);
    if (!(await watchList.remove(id, entryId))) throw watchEntryNotFound();
  };
