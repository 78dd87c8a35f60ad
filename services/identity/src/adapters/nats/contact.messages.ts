import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { ContactLockedSchema } from '@guildhall/contracts/identity/v1/events';
import { Category, Channel, Lane } from '@guildhall/contracts/notifier/v1/commands';
import { type Envelope, fact, type Sealer, sendTemplate } from '@guildhall/messaging';
import { limits } from '../../domain/challenge.ts';
import type { ContactFact } from '../../domain/contact.ts';

const channels = { email: Channel.EMAIL, sms: Channel.SMS, push: Channel.PUSH } as const;

export const challengeReference = (challengeId: string): string => `challenge:${challengeId}`;

/** The challenge a delivery report is about; undefined when it is about something else. */
export const challengeOf = (reference: string): string | undefined =>
  reference.startsWith('challenge:') ? reference.slice('challenge:'.length) : undefined;

/** A code leaves as a command to the notifier, sealed: neither our documents nor the stream can be read for it. */
export const contactMessage =
  (sealing: Sealer) =>
  (said: ContactFact): Envelope => {
    const { contact, at } = said;
    if (said.type === 'contact-locked') {
      return fact(ContactLockedSchema, contact, at, { contactId: contact.id, until: timestampFromDate(said.until) });
    }
    const idempotencyKey = `login:${said.challenge.id}`;
    const command = {
      idempotencyKey,
      lane: Lane.TRANSACTIONAL,
      category: Category.AUTH,
      channel: channels[contact.method],
      to: contact.value,
      template: 'login',
      variables: { code: said.code, expiresMinutes: limits.codeLifeMs / 60_000 },
      expiresAt: timestampFromDate(said.challenge.expiresAt),
      reference: challengeReference(said.challenge.id),
    } as const;
    return sendTemplate(at, command, sealing);
  };
