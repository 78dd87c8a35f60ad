import { eventStream } from '@guildhall/contracts';
import {
  ConnectionResumedSchema,
  InviteLinkActivatedSchema,
  OnboardingExpiredSchema,
  OnboardingJoinedSchema,
  RulesChangedSchema,
  VolunteerErasedSchema,
  VolunteerLeftSchema,
} from '@guildhall/contracts/volunteers/v1/events';
import type { Handler } from '@guildhall/kernel';
import { type Bus, consume, type Delivery, on } from '@guildhall/messaging';

export type OwnFactHandlers = Readonly<{
  /** These roles may give something else: whoever has one is looked at again. */
  followRules: Handler<readonly string[]>;
  /** There are places again. */
  releaseQueue: Handler<void>;
  /** Seen in the workspace: the link counts it. */
  countJoined: Handler<string>;
  /** Will not come by the link: the place is free. */
  givePlaceBack: Handler<string>;
  resumeHeld: Handler<void>;
  forget: Handler<string>;
}>;

/** What follows from facts of our own, however often the process dies in between. */
export const ownFactsConsumer = (
  bus: Bus,
  handlers: OwnFactHandlers,
  report: (error: unknown, delivery: Delivery) => void,
) =>
  consume(bus, {
    stream: eventStream('volunteers'),
    durable: 'volunteers-own-facts',
    subscriptions: [
      on(RulesChangedSchema, ({ roleKeys }) => handlers.followRules(roleKeys)),
      on(InviteLinkActivatedSchema, () => handlers.releaseQueue()),
      on(OnboardingJoinedSchema, ({ id }) => handlers.countJoined(id)),
      on(OnboardingExpiredSchema, ({ id }) => handlers.givePlaceBack(id)),
      on(VolunteerLeftSchema, ({ id }) => handlers.givePlaceBack(id)),
      on(VolunteerErasedSchema, ({ id }) => handlers.forget(id)),
      on(ConnectionResumedSchema, () => handlers.resumeHeld()),
    ],
    report,
  });
