import { PersonCreatedSchema, PersonUpdatedSchema } from '@guildhall/contracts/identity/v1/events';
import { eventStream } from '@guildhall/contracts';
import type { Handler } from '@guildhall/kernel';
import { type Bus, consume, type Delivery, on } from '@guildhall/messaging';
import type { RecordPerson } from '../../app/people/record-person.ts';

type Report = (error: unknown, delivery: Delivery) => void;

/** Hears of people from identity. */
export const peopleConsumer = (bus: Bus, recordPerson: Handler<RecordPerson>, report: Report) =>
  consume(bus, {
    stream: eventStream('identity'),
    durable: 'register-people',
    subscriptions: [
      on(PersonCreatedSchema, ({ personId, displayName }, { version }) =>
        recordPerson({ id: personId, displayName, version }),
      ),
      on(PersonUpdatedSchema, ({ personId, displayName }, { version }) =>
        recordPerson({ id: personId, displayName, version }),
      ),
    ],
    report,
  });
