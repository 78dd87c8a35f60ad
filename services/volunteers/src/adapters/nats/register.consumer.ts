import { type Timestamp, timestampDate } from '@bufbuild/protobuf/wkt';
import { eventStream } from '@guildhall/contracts';
import {
  ClosedReason,
  VisitClosedSchema,
  VisitCorrectedSchema,
  VisitKind,
  VisitOpenedSchema,
  VisitReassignedSchema,
  VisitRolledOverSchema,
} from '@guildhall/contracts/register/v1/events';
import type { Handler } from '@guildhall/kernel';
import { type Bus, consume, type Delivery, on } from '@guildhall/messaging';
import type { Movement } from '../../app/activities/hear-register.ts';

type Told = Readonly<{
  visitId: string;
  personId: string;
  siteId: string;
  kind?: VisitKind;
  at?: Timestamp | undefined;
}>;

// Nobody knows when they left, or whether they were there at all.
const unknown: readonly ClosedReason[] = [ClosedReason.NOT_SIGNED_OUT, ClosedReason.MERGED];

/** Hears from the register who comes and goes; visitors are no volunteers. */
export const registerConsumer = (
  bus: Bus,
  hear: Handler<Movement>,
  report: (error: unknown, delivery: Delivery) => void,
) => {
  const moved = async (told: Told, { version, at: sentAt }: Delivery, what: Movement['what']): Promise<void> => {
    const { visitId, personId, siteId, kind, at } = told;
    if (kind === VisitKind.VISITOR || kind === VisitKind.CONTRACTOR || personId === '') return;
    await hear({ visitId, version, personId, siteId, at: at ? timestampDate(at) : sentAt, what });
  };
  return consume(bus, {
    stream: eventStream('register'),
    durable: 'volunteers-visits',
    subscriptions: [
      on(VisitOpenedSchema, (event, delivery) => moved(event, delivery, 'came')),
      on(VisitClosedSchema, (event, delivery) =>
        moved(event, delivery, unknown.includes(event.closedReason) ? 'lost' : 'left'),
      ),
      on(VisitRolledOverSchema, (event, delivery) => moved(event, delivery, 'lost')),
      // Attendance is put right by hand; nobody is shown as there who is not.
      on(VisitCorrectedSchema, async (event, delivery) => {
        if (event.after?.open === false) await moved(event, delivery, 'lost');
      }),
      on(VisitReassignedSchema, ({ fromPersonId, visitId, siteId, at }, delivery) =>
        moved({ visitId, siteId, at, personId: fromPersonId }, delivery, 'lost'),
      ),
    ],
    report,
  });
};
