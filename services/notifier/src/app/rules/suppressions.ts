import { AppError, type Clock, type Handler, retryStale } from '@guildhall/kernel';
import type { Actor } from '../../domain/act.ts';
import type { Channel } from '../../domain/message.ts';
import { isRecipient } from '../../domain/recipient.ts';
import {
  bounced,
  lifted,
  type Place,
  stopped,
  type Suppressing,
  type Suppression,
  worded,
} from '../../domain/rules/suppression.ts';
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

export type AddSuppression = Readonly<{ channel: Channel; to: string; by: Actor }>;

/** Somebody who may has nothing sent there any more; what is so already stays as it is. Throws `notifier.bad_recipient`. */
export const addSuppressionHandler =
  (deps: Deps & Readonly<{ clock: Clock }>): Handler<AddSuppression, Suppression> =>
  ({ channel, to, by }) =>
    retryStale(async () => {
      if (!isRecipient(channel, to)) throw badRecipient(channel);
      const id = deps.markOf(channel, to);
      const known = await deps.suppressions.find(id);
      if (known?.isActive) return known;
      const decided = stopped({ id, channel, to, known }, by, deps.clock.now());
      await deps.suppressions.save(decided);
      return decided.next;
    });

const badRecipient = (channel: Channel): AppError =>
  new AppError('invalid', 'notifier.bad_recipient', `This is not a recipient for ${channel}.`, {
    errors: [{ pointer: '/to', detail: channel === 'sms' ? 'has the form +447700900123' : 'is no e-mail address' }],
  });

export type LiftSuppression = Readonly<{ id: string; by: Actor }>;

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
