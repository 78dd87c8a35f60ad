import { eventStream } from '@guildhall/contracts';
import { AssignmentEndedSchema, VolunteerLeftSchema } from '@guildhall/contracts/volunteers/v1/events';
import type { Handler } from '@guildhall/kernel';
import { type Bus, consume, type Delivery, on } from '@guildhall/messaging';

/** What follows for reviews and shifts when roles end and volunteers leave. */
export const governanceConsumer = (
  bus: Bus,
  { endItems, leaveShifts }: Readonly<{ endItems: Handler<string>; leaveShifts: Handler<string> }>,
  report: (error: unknown, delivery: Delivery) => void,
) =>
  consume(bus, {
    stream: eventStream('volunteers'),
    durable: 'volunteers-governance',
    subscriptions: [
      on(AssignmentEndedSchema, ({ assignmentId }) => endItems(assignmentId)),
      on(VolunteerLeftSchema, ({ id }) => leaveShifts(id)),
    ],
    report,
  });
