import { eventStream } from '@guildhall/contracts';
import {
  AssignmentEndedSchema,
  ConnectionResumedSchema,
  InviteLinkActivatedSchema,
  OnboardingExpiredSchema,
  OnboardingJoinedSchema,
  RulesChangedSchema,
  VolunteerErasedSchema,
  VolunteerLeftSchema,
  VolunteerReinstatedSchema,
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
  /** Some task may have lost its sense. */
  tidyTasks: Handler<string>;
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
      on(VolunteerLeftSchema, async ({ id }) => {
        await handlers.givePlaceBack(id);
        await handlers.tidyTasks(id);
      }),
      on(VolunteerReinstatedSchema, ({ id }) => handlers.tidyTasks(id)),
      on(AssignmentEndedSchema, ({ id }) => handlers.tidyTasks(id)),
      on(VolunteerErasedSchema, async ({ id }) => {
        await handlers.forget(id);
        await handlers.tidyTasks(id);
      }),
      on(ConnectionResumedSchema, () => handlers.resumeHeld()),
    ],
    report,
  });
