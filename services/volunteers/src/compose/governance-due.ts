import { type Aggregates, dueItems } from '@guildhall/mongo';
import type { Process } from '@guildhall/runtime';
import { forgetLetter } from '../adapters/mongo/letter.repository.ts';
import { applicationDueHandler } from '../app/applications/application-due.ts';
import { agendaDueHandler, keepAgenda } from '../app/digests/agenda.ts';
import { sendDigestsHandler } from '../app/digests/send-digests.ts';
import { itemDueHandler } from '../app/reviews/end-role.ts';
import { reviewDueHandler } from '../app/reviews/review-due.ts';
import { startPlannedReview } from '../app/reviews/start-review.ts';
import type { Settings } from '../config.ts';
import type { Governing } from './governance-parts.ts';

const close = (held: Readonly<{ close(): Promise<void> }>): Promise<void> => held.close();

/** Does in time what nobody asks for: forgets, reminds, flags, begins the review of the quarter, writes the digest. */
export async function keepGovernanceDue(process: Process<Settings>, deps: Governing) {
  const { settings, clock } = process;
  const { kept } = deps;
  const reviews = await keepDue(process, kept.reviews, reviewDueHandler(deps));
  const timeZone = settings.ORG_TZ;
  const agenda = agendaDueHandler({
    ...deps,
    timeZone,
    sendDigests: sendDigestsHandler(deps),
    startReview: startPlannedReview({ ...deps, nudge: reviews }),
  });
  await keepAgenda({ ...deps, clock, timeZone }, settings.REVIEW_EVERY_MONTHS);
  await keepDue(process, kept.agenda, agenda);
  await keepDue(process, kept.letters, forgetLetter(kept.letters));
  return {
    reviews,
    applications: await keepDue(process, kept.applications, applicationDueHandler(deps)),
    items: await keepDue(process, kept.reviewItems, itemDueHandler(deps)),
  };
}

/** Handles what is due of some aggregates, also when the clock is moved; the result looks at once. */
export async function keepDue<State>(
  { life, log, clock }: Process<Settings>,
  of: Pick<Aggregates<State>, 'model'>,
  handle: (id: string) => Promise<void>,
): Promise<() => void> {
  const { collectionName } = of.model.collection;
  const report = (error: unknown, id: string): void => log.error({ error, id, collectionName }, 'what is due failed');
  const due = await life.hold(`${collectionName} due`, dueItems({ of, clock, handle, report }), close);
  await life.hold(`${collectionName} clock`, clock.onMove(due.nudge), (stop) => stop());
  return due.nudge;
}
