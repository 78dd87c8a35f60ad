import { timestampDate } from '@bufbuild/protobuf/wkt';
import { createValidator } from '@bufbuild/protovalidate';
import { Reach as ReachKind, type SendMessage, SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { AppError } from '@guildhall/kernel';
import type { Delivery } from '@guildhall/messaging';
import type { Asked, Target } from '../../app/asked.ts';
import type { Wish } from '../../domain/message.ts';
import type { Reach } from '../../domain/reach.ts';
import { categories, channels, lanes } from './names.ts';

const validator = createValidator();
const DAY_MS = 24 * 3_600_000;

type Come = Pick<Delivery, 'at' | 'attempt' | 'traceparent'>;

/** Reads a command by the rules of its contract. Throws `invalid` naming the fields, never their values. */
export function toAsked(command: SendMessage, { at, attempt, traceparent }: Come): Asked {
  const { violations = [] } = validator.validate(SendMessageSchema, command);
  if (violations.length > 0) {
    throw badCommand(violations.map(({ field }) => field.map((part) => ('name' in part ? part.name : '')).join('.')));
  }
  return {
    wish: toWish(command, at, traceparent),
    target: toTarget(command),
    attachments: command.attachments.map(({ name, contentType, content }) => ({ name, contentType, content })),
    at,
    attempt,
  };
}

function toTarget({ channel: number, to, personId, reach, nth }: SendMessage): Target {
  const channel = channels.fromProto(number);
  if ((to === '') === (personId === '')) throw badCommand(['to', 'person_id']);
  if (personId) return { personId, reach: { kind: kinds[reach] ?? 'preferred', nth, ...(channel && { channel }) } };
  if (!channel) throw badCommand(['channel']);
  return { channel, to };
}

const kinds: Readonly<Partial<Record<ReachKind, Reach['kind']>>> = {
  [ReachKind.EVERY]: 'every',
  [ReachKind.NTH]: 'nth',
};

function toWish(command: SendMessage, at: Date, traceparent: string | undefined): Wish {
  const { idempotencyKey, template, variables, sealedVariables, expiresAt, reference, updateKey, locale } = command;
  const lane = lanes.fromProto(command.lane);
  const category = categories.fromProto(command.category);
  if (!lane || !category) throw badCommand(['lane', 'category']);
  return {
    idempotencyKey,
    lane,
    category,
    template,
    variables,
    reference,
    ...(sealedVariables.length > 0 && { sealed: sealedVariables }),
    ...(expiresAt && { expiresAt: timestampDate(expiresAt) }),
    ...(command.answerable && { answerUntil: answerUntil(command, at) }),
    ...(updateKey && { updateKey }),
    ...(locale && { locale }),
    ...(traceparent && { traceparent }),
  };
}

const answerUntil = ({ answerUntil: until }: SendMessage, at: Date): Date =>
  until ? timestampDate(until) : new Date(at.getTime() + DAY_MS);

const badCommand = (fields: readonly string[]): AppError =>
  new AppError('invalid', 'notifier.bad_command', `The command breaks its contract: ${fields.join(', ')}.`);
