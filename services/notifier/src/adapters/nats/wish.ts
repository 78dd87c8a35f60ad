import { timestampDate } from '@bufbuild/protobuf/wkt';
import { type SendMessage, ThrottleOver } from '@guildhall/contracts/notifier/v1/commands';
import type { Wish } from '../../domain/message.ts';
import type { Throttle } from '../../domain/rules/throttle.ts';
import { badCommand } from './bad-command.ts';
import { categories, lanes } from './names.ts';

const DAY_MS = 24 * 3_600_000;

/** What a command asks for, whoever it goes to. */
export function toWish(command: SendMessage, at: Date, traceparent: string | undefined): Wish {
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
    ...furtherOf(command),
  };
}

/** What asking services say besides the message itself. */
function furtherOf(command: SendMessage): Partial<Wish> {
  const { sender, group, threadKey, replyTo, notBefore, audienceId, throttle, brand, onlyFor } = command;
  const { escalationId, escalationStep } = command;
  return {
    ...(sender && { sender }),
    ...(group && { group }),
    ...(threadKey && { threadKey }),
    ...(onlyFor && { onlyFor }),
    ...(replyTo && { replyTo }),
    ...(notBefore && { notBefore: timestampDate(notBefore) }),
    ...(audienceId && { audienceId }),
    ...(throttle && { throttle: throttleOf(throttle) }),
    ...(brand && { brand }),
    ...(escalationId && { escalation: escalationId, escalationStep }),
  };
}

export const throttleOf = ({ key, count, windowSeconds, over }: NonNullable<SendMessage['throttle']>): Throttle => ({
  key,
  count,
  windowMs: windowSeconds * 1_000,
  over: overs[over] ?? 'hold',
});

const overs: Readonly<Partial<Record<ThrottleOver, Throttle['over']>>> = {
  [ThrottleOver.MERGE]: 'merge',
  [ThrottleOver.DROP]: 'drop',
};

const answerUntil = ({ answerUntil: until }: SendMessage, at: Date): Date =>
  until ? timestampDate(until) : new Date(at.getTime() + DAY_MS);
