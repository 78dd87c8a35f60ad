import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { MessageFailedSchema, MessageSentSchema } from '@guildhall/contracts/notifier/v1/events';
import { type Envelope, fact } from '@guildhall/messaging';
import type { MessageFact } from '../../domain/message.ts';
import { channels } from './names.ts';

/** Translates our facts into the published language. */
export function toEnvelope(told: MessageFact): Envelope {
  const { message, at } = told;
  const body = {
    messageId: message.id,
    reference: message.reference,
    channel: channels.toProto(message.channel),
    template: message.template,
    at: timestampFromDate(at),
  };
  switch (told.type) {
    case 'message-sent':
      return fact(MessageSentSchema, message, at, body);
    case 'message-failed':
      return fact(MessageFailedSchema, message, at, { ...body, reason: told.reason });
  }
}
