import { eventStream } from '@guildhall/contracts';
import { AssignmentEndedSchema, ShiftToldSchema, VolunteerLeftSchema } from '@guildhall/contracts/volunteers/v1/events';
import type { Handler } from '@guildhall/kernel';
import type { TellShift } from '../../app/activities/tell-shift.ts';
import type { Told } from '../../domain/shift.ts';
import { type Bus, consume, type Delivery, on } from '@guildhall/messaging';

type GovernanceFacts = Readonly<{
  endItems: Handler<string>;
  leaveShifts: Handler<string>;
  tellShift: Handler<TellShift>;
}>;

/** What follows for reviews and shifts when roles end and volunteers leave, and who hears of a shift. */
export const governanceConsumer = (
  bus: Bus,
  { endItems, leaveShifts, tellShift }: GovernanceFacts,
  report: (error: unknown, delivery: Delivery) => void,
) =>
  consume(bus, {
    stream: eventStream('volunteers'),
    durable: 'volunteers-governance',
    subscriptions: [
      on(AssignmentEndedSchema, ({ assignmentId }) => endItems(assignmentId)),
      on(VolunteerLeftSchema, ({ id }) => leaveShifts(id)),
      on(ShiftToldSchema, ({ shiftId, notices }, { version, at }) => {
        // Nobody else says it.
        const told = notices.map(({ volunteerId, what }) => ({ volunteerId, what: what as Told['what'] }));
        return tellShift({ shiftId, version, told, at });
      }),
    ],
    report,
  });
