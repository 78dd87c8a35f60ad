import { timestampDate } from '@bufbuild/protobuf/wkt';
import { createValidator } from '@bufbuild/protovalidate';
import { type SendMessage, SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { AppError } from '@guildhall/kernel';
import type { Order } from '../../domain/message.ts';
import { categories, channels, lanes } from './names.ts';

const validator = createValidator();

/** Reads a command by the rules of its contract. Throws `invalid` naming the fields, never their values. */
export function toOrder(command: SendMessage, traceparent?: string): Order {
  const { violations = [] } = validator.validate(SendMessageSchema, command);
  const lane = lanes.fromProto(command.lane);
  const category = categories.fromProto(command.category);
  const channel = channels.fromProto(command.channel);
  if (violations.length > 0 || !lane || !category || !channel) {
    const fields = violations.map(({ field }) => field.map((part) => ('name' in part ? part.name : '')).join('.'));
    throw new AppError('invalid', 'notifier.bad_command', `The command breaks its contract: ${fields.join(', ')}.`);
  }
  const { idempotencyKey, to, template, variables, sealedVariables, expiresAt, reference } = command;
  return {
    idempotencyKey,
    lane,
    category,
    channel,
    to,
    template,
    variables,
    reference,
    ...(sealedVariables.length > 0 && { sealed: sealedVariables }),
    ...(expiresAt && { expiresAt: timestampDate(expiresAt) }),
    ...(traceparent && { traceparent }),
  };
}
