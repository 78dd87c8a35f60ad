import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import {
  MessageAnsweredSchema,
  MessageDeliveredSchema,
  MessageFailedSchema,
  MessageReadSchema,
  MessageSentSchema,
} from '@guildhall/contracts/notifier/v1/events';
import { type Envelope, fact } from '@guildhall/messaging';
import type { MessageFact } from '../../domain/message.ts';
import { channels } from './names.ts';

/** Translates our facts into the published language. */
export function toEnvelope(told: MessageFact): Envelope {
  const { message, at } = told;
  const named = {
    messageId: message.id,
    reference: message.reference,
    personId: message.personId ?? '',
    contactId: message.contactId ?? '',
    at: timestampFromDate(at),
  };
  const body = { ...named, channel: channels.toProto(message.channel), template: message.template };
  const chain = { escalationId: message.escalation ?? '', escalationStep: message.escalationStep ?? 0 };
  switch (told.type) {
    case 'message-sent':
      return fact(MessageSentSchema, message, at, body);
    case 'message-failed':
      return fact(MessageFailedSchema, message, at, { ...body, ...chain, reason: told.reason });
    case 'message-delivered':
      return fact(MessageDeliveredSchema, message, at, body);
    case 'message-read':
      return fact(MessageReadSchema, message, at, { ...body, ...chain });
    case 'message-answered':
      return fact(MessageAnsweredSchema, message, at, { ...named, ...chain, text: told.text });
  }
}
