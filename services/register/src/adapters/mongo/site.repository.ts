import { AppError } from '@guildhall/kernel';
import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, Stored } from '@guildhall/mongo';
import type { SiteRepository } from '../../app/ports.ts';
import { siteExists } from '../../domain/refusals.ts';
import { type Entrance, withIds } from '../../domain/entrance.ts';
import { newSiteSettings, type Site, type SiteFact } from '../../domain/site.ts';

export const siteCollection = 'sites';
type Stable = Omit<Site, 'id' | 'version'>;
/** What is stored; settings that came later are absent from older sites, whose entrances are names. */
export type SiteState = Partial<Omit<Stable, 'entrances'>> &
  Pick<Stable, 'name' | 'timeZone' | 'declaration' | 'lastChange'> &
  Readonly<{ entrances: readonly (Entrance | string)[] }>;

type Deps = Readonly<{ sites: Aggregates<SiteState>; toMessage: (fact: SiteFact) => Envelope }>;

export const siteRepository = ({ sites, toMessage }: Deps): SiteRepository => ({
  find: async (id) => {
    const found = await sites.find(id);
    return found && toSite(found.id, found.version, found.state);
  },
  all: async () => {
    const found = await sites.model.find({}, { version: 1, state: 1 }).lean<Stored<SiteState>[]>();
    return found.map(({ _id, version, state }) => toSite(_id, version, state));
  },
  save: async ({ id, version, ...state }, facts) => {
    await sites.save({ id, version, state: present(state), messages: facts.map(toMessage) }).catch((cause: unknown) => {
      throw version === 1 && isTaken(cause) ? siteExists(cause) : cause;
    });
  },
});

/** The ids of all sites, as the store has them now. */
export const siteIdsOf = (sites: Aggregates<SiteState>) => async (): Promise<readonly string[]> => {
  const found = await sites.model.find({}, { _id: 1 }).lean<Pick<Stored<SiteState>, '_id'>[]>();
  return found.map(({ _id }) => _id);
};

// The id is the key: creating over an existing one is a version that somebody else was faster with.
const isTaken = (cause: unknown): boolean => cause instanceof AppError && cause.kind === 'stale';

function toSite(id: string, version: number, { entrances, ...state }: SiteState): Site {
  const { declarationText: _text, ...usual } = newSiteSettings;
  const doors = entrances.map((one) => (typeof one === 'string' ? { id: '', name: one } : one));
  return { ...usual, ...state, entrances: withIds(doors), id, version };
}

/** A setting that was taken away is absent, not undefined. */
const present = (state: Stable): Stable =>
  Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined)) as Stable;
