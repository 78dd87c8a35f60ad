import { eventStream } from '@guildhall/contracts';
import {
  PersonErasedSchema,
  PersonMergedSchema,
  type PersonReachable,
  PersonReachableSchema,
  PersonUnmergedSchema,
} from '@guildhall/contracts/identity/v1/events';
import { Method } from '@guildhall/contracts/identity/v1/service';
import type { Handler } from '@guildhall/kernel';
import { type Bus, consume, type Delivery, on } from '@guildhall/messaging';
import type { Recipients } from '../../app/ports.ts';
import type { Channel } from '../../domain/message.ts';
import type { Contact, Recipient } from '../../domain/reach.ts';

type Deps = Readonly<{
  recipients: Pick<Recipients, 'put' | 'redirect'>;
  forgetPerson: Handler<string>;
  report: (error: unknown, delivery: Delivery) => void;
}>;

/** Hears from identity how people can be reached. */
export const recipientsConsumer = (bus: Bus, { recipients, forgetPerson, report }: Deps) =>
  consume(bus, {
    stream: eventStream('identity'),
    durable: 'notifier-recipients',
    subscriptions: [
      on(PersonReachableSchema, (event, { version }) => recipients.put(toRecipient(event, version))),
      on(PersonErasedSchema, ({ personId }) => forgetPerson(personId)),
      on(PersonMergedSchema, ({ mergedId, survivorId }) => recipients.redirect(mergedId, survivorId)),
      on(PersonUnmergedSchema, ({ mergedId }) => recipients.redirect(mergedId, undefined)),
    ],
    report,
  });

const channels: Readonly<Partial<Record<Method, Channel>>> = {
  [Method.EMAIL]: 'email',
  [Method.SMS]: 'sms',
  [Method.PUSH]: 'push',
};

export function toRecipient(event: PersonReachable, version: number): Recipient {
  const { personId, active, locale, timeZone, preferredContactId } = event;
  const contacts = event.contacts.flatMap(({ contactId, method, value }): Contact[] => {
    const channel = channels[method];
    return channel ? [{ id: contactId, channel, value }] : [];
  });
  return {
    personId,
    version,
    contacts: active ? contacts : [],
    ...(!active && { isGone: true }),
    ...(locale && { locale }),
    ...(timeZone && { timeZone }),
    ...(preferredContactId && { preferredContactId }),
  };
}
