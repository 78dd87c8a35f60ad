import { AppError } from '@guildhall/kernel';
import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, Stored } from '@guildhall/mongo';
import type { SiteRepository } from '../../app/ports.ts';
import { siteExists } from '../../domain/refusals.ts';
import type { Site, SiteFact } from '../../domain/site.ts';

export const siteCollection = 'sites';
export type SiteState = Omit<Site, 'id' | 'version'>;

type Deps = Readonly<{ sites: Aggregates<SiteState>; toMessage: (fact: SiteFact) => Envelope }>;

export const siteRepository = ({ sites, toMessage }: Deps): SiteRepository => ({
  find: async (id) => {
    const found = await sites.find(id);
    return found && { ...found.state, id: found.id, version: found.version };
  },
  all: async () => {
    const found = await sites.model.find({}, { version: 1, state: 1 }).lean<Stored<SiteState>[]>();
    return found.map(({ _id, version, state }) => ({ ...state, id: _id, version }));
  },
  save: async ({ id, version, ...state }, facts) => {
    await sites.save({ id, version, state, messages: facts.map(toMessage) }).catch((cause: unknown) => {
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
