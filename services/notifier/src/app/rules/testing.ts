import { AppError } from '@guildhall/kernel';
import type { Channel } from '../../domain/message.ts';
import type { Act } from '../../domain/act.ts';
import type { KeptPreferences, Preferences, PreferencesFact } from '../../domain/rules/preferences.ts';
import type { Suppression, SuppressionFact } from '../../domain/rules/suppression.ts';
import type { Tally } from '../../domain/rules/throttle.ts';
import type { Recipients } from '../ports.ts';
import { inMemoryRecipients } from '../testing.ts';
import { admitMessages } from './admit-messages.ts';
import type { PreferenceRepository, SuppressionRepository, TallyRepository } from './ports.ts';
import { rules } from './rules.ts';

type Kept = Readonly<{ id: string; version: number }>;

/** Keeps documents as the store does: whoever decides on an old version is `stale`. */
const versioned = <T extends Kept>() => {
  const kept = new Map<string, T>();
  const reads: string[] = [];
  return {
    kept,
    reads,
    find: async (id: string): Promise<T | undefined> => {
      reads.push(id);
      return kept.get(id);
    },
    put: async (next: T): Promise<void> => {
      if ((kept.get(next.id)?.version ?? 0) !== next.version - 1) {
        throw new AppError('stale', 'store.stale_version', 'It has changed.');
      }
      kept.set(next.id, next);
    },
  };
};

export const inMemoryPreferences = () => {
  const { kept, reads, find, put } = versioned<KeptPreferences>();
  const facts: (PreferencesFact | Act)[] = [];
  const repository: PreferenceRepository = {
    find,
    save: async ({ next, facts: told }) => {
      await put(next);
      facts.push(...told);
    },
  };
  const say = (id: string, wanted: Partial<Preferences>): void =>
    void kept.set(id, { switches: {}, digests: {}, ...wanted, id, version: (kept.get(id)?.version ?? 0) + 1 });
  return { ...repository, kept, reads, facts, say };
};

export const inMemorySuppressions = () => {
  const { kept, reads, find, put } = versioned<Suppression>();
  const facts: (SuppressionFact | Act)[] = [];
  const repository: SuppressionRepository = {
    find,
    save: async ({ next, facts: told }) => {
      await put(next);
      facts.push(...told);
    },
  };
  return { ...repository, kept, reads, facts };
};

export const inMemoryTallies = () => {
  const { kept, find, put } = versioned<Tally>();
  const repository: TallyRepository = { find, save: put, remove: async ({ id }) => void kept.delete(id) };
  return { ...repository, kept };
};

export const plainMark = (channel: Channel, to: string): string => `${channel} ${to}`;

/** The rules themselves, on stores in memory. */
export const inMemoryRules = (recipients: Recipients = inMemoryRecipients()) => {
  const preferences = inMemoryPreferences();
  const suppressions = inMemorySuppressions();
  const tallies = inMemoryTallies();
  const markOf = plainMark;
  const admit = admitMessages({ tallies, markOf });
  return {
    ...rules({ preferences, suppressions, recipients, admit, markOf }),
    preferences,
    suppressions,
    tallies,
    recipients,
    markOf,
  };
};
