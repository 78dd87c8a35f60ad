import { eventStream } from '@guildhall/contracts';
import { PersonErasedSchema, PersonReachableSchema } from '@guildhall/contracts/identity/v1/events';
import { Method } from '@guildhall/contracts/identity/v1/service';
import type { Handler } from '@guildhall/kernel';
import { type Bus, consume, type Delivery, on } from '@guildhall/messaging';
import type { KnownPerson } from '../../app/ports.ts';

export type PeopleHandlers = Readonly<{ record: Handler<KnownPerson>; forget: Handler<string> }>;

/** Hears from identity who has which verified address. */
export const peopleConsumer = (
  bus: Bus,
  { record, forget }: PeopleHandlers,
  report: (error: unknown, delivery: Delivery) => void,
) =>
  consume(bus, {
    stream: eventStream('identity'),
    durable: 'volunteers-people',
    subscriptions: [
      on(PersonReachableSchema, ({ personId: id, displayName, active, contacts }, { version }) => {
        const emails = contacts.filter(({ method }) => method === Method.EMAIL).map(({ value }) => value.toLowerCase());
        return record({ id, displayName, emails: active ? emails : [], version });
      }),
      on(PersonErasedSchema, ({ personId }) => forget(personId)),
    ],
    report,
  });
