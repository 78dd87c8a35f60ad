import { type DescMessage, type Message, toJson } from '@bufbuild/protobuf';
import { eventStream } from '@guildhall/contracts';
import { RollCallEndedSchema, RollCallStartedSchema } from '@guildhall/contracts/register/v1/evacuation';
import {
  CoverChangedSchema,
  SiteCrowdedSchema,
  VisitClosedSchema,
  VisitCorrectedSchema,
  VisitOpenedSchema,
  VisitRolledOverSchema,
} from '@guildhall/contracts/register/v1/events';
import type { Handler } from '@guildhall/kernel';
import { type Bus, consume, type Delivery, on, type Subscription } from '@guildhall/messaging';
import type { Happening } from '@guildhall/webhooks';
import type { SubscribedEvent } from '../../domain/webhooks/events.ts';

type Told = Readonly<{ siteId: string; personId?: string }>;

/** Hears what systems of others may want to know: our own facts. */
export function webhookFactsConsumer(
  bus: Bus,
  tell: Handler<Happening>,
  report: (error: unknown, delivery: Delivery) => void,
) {
  const when = (schema: DescMessage, event: SubscribedEvent): Subscription =>
    on(schema, async (fact, { id, at }) => {
      const { siteId, personId = '' } = fact as Message & Told;
      const data = toJson(schema, fact) as Record<string, unknown>;
      await tell({ id, event, personId, about: { siteId }, at, data });
    });
  return consume(bus, {
    stream: eventStream('register'),
    durable: 'register-webhooks',
    subscriptions: [
      when(VisitOpenedSchema, 'visit.opened'),
      when(VisitClosedSchema, 'visit.closed'),
      when(VisitRolledOverSchema, 'visit.rolled_over'),
      when(VisitCorrectedSchema, 'visit.corrected'),
      when(SiteCrowdedSchema, 'site.crowded'),
      when(CoverChangedSchema, 'cover.changed'),
      when(RollCallStartedSchema, 'roll_call.started'),
      when(RollCallEndedSchema, 'roll_call.ended'),
    ],
    report,
  });
}
