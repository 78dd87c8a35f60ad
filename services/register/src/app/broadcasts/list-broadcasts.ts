import type { Handler } from '@guildhall/kernel';
import type { Broadcast } from '../../domain/broadcasts/broadcast.ts';
import { type Asker, siteFor } from '../evacuation/access.ts';
import type { People } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { Broadcasts } from './ports.ts';

export type ListBroadcasts = Readonly<{ siteId: string; by: Asker }>;

type Deps = Readonly<{ sites: SiteCatalogue; broadcasts: Broadcasts; people: Pick<People, 'findMany'> }>;

const limit = 50;

/** The last ones, with the names that their senders have now: whoever was erased has none. */
export const listBroadcastsHandler =
  ({ sites, broadcasts, people }: Deps): Handler<ListBroadcasts, readonly Broadcast[]> =>
  async ({ siteId, by }) => {
    const site = await siteFor(by, siteId, { sites });
    const last = await broadcasts.last(site.id, limit);
    const known = await people.findMany(last.map(({ sentBy }) => sentBy.personId));
    const names = new Map(known.map(({ id, displayName }) => [id, displayName]));
    return last.map(({ sentBy, ...one }) => {
      const { personId, displayName } = sentBy;
      return { ...one, sentBy: { personId, displayName: names.get(personId) ?? displayName } };
    });
  };
