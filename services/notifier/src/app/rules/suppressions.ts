import { AppError, type Clock, type Handler, retryStale } from '@guildhall/kernel';
import type { Channel } from '../../domain/message.ts';
import { bounced, lifted, type Place, type Suppressing, worded } from '../../domain/rules/suppression.ts';
import type { MarkOf, NoteBounce, SuppressionRepository } from './ports.ts';

type Deps = Readonly<{ suppressions: Pick<SuppressionRepository, 'find' | 'save'>; markOf: MarkOf }>;

/** Decides on what is known of an address, and stores it where that changes anything. */
const changing =
  ({ suppressions, markOf }: Deps) =>
  (channel: Channel, to: string, decide: (place: Place) => Suppressing | undefined): Promise<void> =>
    retryStale(async () => {
      const id = markOf(channel, to);
      const decided = decide({ id, channel, to, known: await suppressions.find(id) });
      if (decided) await suppressions.save(decided);
    });

/** A provider said something about an address itself: nothing more is sent there when that is for good. */
export const noteBounceHandler =
  (deps: Deps): NoteBounce =>
  ({ channel, to, code, at }) =>
    changing(deps)(channel, to, (place) => bounced(place, code, at));

export type SaidWord = Readonly<{ number: string; word: 'stop' | 'start'; at: Date }>;

/** The owner of a number said STOP or START; what was said later wins, in whatever order it is heard. */
export const noteWordHandler =
  (deps: Deps): Handler<SaidWord> =>
  ({ number, word, at }) =>
    changing(deps)('sms', number, (place) => worded(place, word, at));

export type LiftSuppression = Readonly<{ id: string; by: string }>;

/** An administrator lets messages go there again. Throws `notifier.suppression_not_found`. */
export const liftSuppressionHandler =
  ({ suppressions, clock }: Pick<Deps, 'suppressions'> & Readonly<{ clock: Clock }>): Handler<LiftSuppression> =>
  ({ id, by }) =>
    retryStale(async () => {
      const known = await suppressions.find(id);
      const decided = known && lifted(known, by, clock.now());
      if (!decided) {
        throw new AppError('not-found', 'notifier.suppression_not_found', 'This address is not suppressed.');
      }
      await suppressions.save(decided);
    });
