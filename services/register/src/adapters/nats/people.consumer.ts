import { eventStream } from '@guildhall/contracts';
import {
  PersonCreatedSchema,
  PersonErasedSchema,
  PersonMergedSchema,
  PersonUnmergedSchema,
  PersonUpdatedSchema,
} from '@guildhall/contracts/identity/v1/events';
import type { Handler } from '@guildhall/kernel';
import { type Bus, consume, type Delivery, on } from '@guildhall/messaging';
import type { MergePeople } from '../../app/people/merge-people.ts';
import type { Person } from '../../app/ports.ts';

type Report = (error: unknown, delivery: Delivery) => void;

export type PeopleHandlers = Readonly<{
  recordPerson: Handler<Omit<Person, 'snoozed'>>;
  mergePeople: Handler<MergePeople>;
  unmergePeople: Handler<MergePeople>;
  erasePerson: Handler<string>;
}>;

/** Hears of people from identity. Who is disabled keeps an open visit: there still is somebody in the building. */
export const peopleConsumer = (bus: Bus, handlers: PeopleHandlers, report: Report) =>
  consume(bus, {
    stream: eventStream('identity'),
    durable: 'register-people',
    subscriptions: [
      on(PersonCreatedSchema, ({ personId: id, handle, displayName, firstName, lastName }, { version }) => {
        const person = { id, handle, displayName, firstName, lastName, version };
        return handlers.recordPerson({ ...person, reminders: true, visible: false, active: true });
      }),
      on(PersonUpdatedSchema, ({ personId: id, ...person }, { version }) => {
        const { handle, displayName, firstName, lastName, reminders, visible, active } = person;
        const names = { handle, displayName, firstName, lastName };
        return handlers.recordPerson({ id, ...names, reminders, visible, active, version });
      }),
      on(PersonMergedSchema, handlers.mergePeople),
      on(PersonUnmergedSchema, handlers.unmergePeople),
      on(PersonErasedSchema, ({ personId }) => handlers.erasePerson(personId)),
    ],
    report,
  });
