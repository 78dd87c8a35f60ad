import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { keep, NO_PREFERENCES } from '../../domain/rules/preferences.ts';
import type { Suppression } from '../../domain/rules/suppression.ts';
import type { Recipients } from '../ports.ts';
import type { MarkOf, PreferenceRepository, SuppressionRepository } from './ports.ts';

type Deps = Readonly<{
  recipients: Pick<Recipients, 'find'>;
  preferences: Pick<PreferenceRepository, 'find' | 'save'>;
  suppressions: Pick<SuppressionRepository, 'find' | 'save'>;
  markOf: MarkOf;
  clock: Clock;
}>;

/** A person was erased: what they wished goes, and what is known of their addresses. To be asked while those are known. */
export const forgetWishesHandler =
  ({ recipients, preferences, suppressions, markOf, clock }: Deps): Handler<string> =>
  async (personId) => {
    const contacts = (await recipients.find(personId))?.contacts ?? [];
    await retryStale(async () => {
      const known = await preferences.find(personId);
      if (known) await preferences.save(keep(personId, known, NO_PREFERENCES, clock.now()));
    });
    for (const { channel, value } of contacts) {
      await retryStale(async () => {
        const known = await suppressions.find(markOf(channel, value));
        if (known) await suppressions.save({ next: nameless(known), facts: [] });
      });
    }
  };

const nameless = (known: Suppression): Suppression => ({
  ...known,
  version: known.version + 1,
  to: '',
  isActive: false,
  strikes: [],
});
