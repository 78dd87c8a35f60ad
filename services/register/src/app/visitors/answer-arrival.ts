import type { Clock, Handler } from '@guildhall/kernel';
import { notWaiting, visitorNotFound } from '../../domain/visitors/refusals.ts';
import { answer } from '../../domain/visitors/host-answer.ts';
import { type Answer, type Visitor } from '../../domain/visitors/visitor.ts';
import { changing } from './find-visitor.ts';
import type { Receptions, VisitorRepository } from './ports.ts';

/** By the host, by the desk of a site, or by a link that knows the visit: what is given has to fit. */
export type AnswerArrival = Readonly<{
  visitorId: string;
  answer: Answer;
  hostId?: string;
  siteId?: string;
  visitId?: string;
}>;

type Deps = Readonly<{ visitors: VisitorRepository; receptions: Receptions; clock: Clock }>;

const minuteMs = 60_000;

/** The same answer twice is one. */
export const answerArrivalHandler =
  ({ visitors, receptions, clock }: Deps): Handler<AnswerArrival, Visitor> =>
  async ({ visitorId, answer: given, ...fits }) =>
    changing(visitors, visitorId, async (visitor) => {
      if (!isTheirs(visitor, fits)) throw visitorNotFound();
      if (visitor.status !== 'inside') throw notWaiting();
      if (visitor.answer?.answer === given) return undefined;
      const now = clock.now();
      const { waitingMinutes } = await receptions.get(visitor.siteId);
      const remindAt = waitingMinutes > 0 ? new Date(now.getTime() + waitingMinutes * minuteMs) : undefined;
      const { next, facts } = answer(visitor, given, now, remindAt);
      return { next, messages: facts };
    });

const isTheirs = (
  visitor: Visitor,
  { hostId, siteId, visitId }: Omit<AnswerArrival, 'visitorId' | 'answer'>,
): boolean =>
  (hostId === undefined || visitor.hostId === hostId) &&
  (siteId === undefined || visitor.siteId === siteId) &&
  (visitId === undefined || visitor.visitId === visitId);

const words: Readonly<Record<string, Answer>> = { 1: 'coming', 2: 'later', 3: 'declined', 4: 'collected' };

/** What a reply by text message means: the number that the message asked for, at its beginning. */
export const answerIn = (text: string): Answer | undefined => words[/^\s*([1-4])(?!\d)/.exec(text)?.[1] ?? ''];
