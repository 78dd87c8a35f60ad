import { timestampDate } from '@bufbuild/protobuf/wkt';
import { eventStream } from '@guildhall/contracts';
import { MessageAnsweredSchema } from '@guildhall/contracts/notifier/v1/events';
import { GuestVisitEndedSchema } from '@guildhall/contracts/register/v1/visitor_events';
import { AppError } from '@guildhall/kernel';
import type { Handler } from '@guildhall/kernel';
import { type Bus, consume, type Delivery, on } from '@guildhall/messaging';
import { type AnswerArrival, answerIn } from '../../app/visitors/answer-arrival.ts';
import type { EndedVisit } from '../../app/visitors/release-visitor.ts';
import type { Visitor } from '../../domain/visitors/visitor.ts';
import { visitorInReference } from './visitor-notice.message.ts';

type Report = (error: unknown, delivery: Delivery) => void;

/** Follows how the visits of visitors end: at the rollover, at the desk, or by an administrator's correction. */
export const visitEndsConsumer = (bus: Bus, settle: (ended: EndedVisit) => Promise<unknown>, report: Report) =>
  consume(bus, {
    stream: eventStream('register'),
    durable: 'register-visitor-ends',
    subscriptions: [
      on(GuestVisitEndedSchema, async ({ visitorId, visitId, leftAt }) => {
        const ended = { visitorId, visitId, ...(leftAt && { leftAt: timestampDate(leftAt) }) };
        await settle(ended).catch(passOverUnknown);
      }),
    ],
    report,
  });

/** Hears what hosts reply by text message. */
export const hostRepliesConsumer = (bus: Bus, answer: Handler<AnswerArrival, Visitor>, report: Report) =>
  consume(bus, {
    stream: eventStream('notifier'),
    durable: 'register-host-replies',
    subscriptions: [
      on(MessageAnsweredSchema, async ({ reference, personId, text }) => {
        const visitorId = visitorInReference(reference);
        const given = answerIn(text);
        if (visitorId && personId && given) {
          await answer({ visitorId, hostId: personId, answer: given }).catch(passOverUnknown);
        }
      }),
    ],
    report,
  });

/** A visit whose visitor was never stored, a reply that comes when the visitor has gone: nothing to do. */
function passOverUnknown(error: unknown): void {
  const isOver = error instanceof AppError && (error.kind === 'not-found' || error.kind === 'conflict');
  if (!isOver) throw error;
}
