import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { AttemptSchema, MessageSchema } from '@guildhall/contracts/notifier/v1/service';
import type { Attempt, Message } from '../../domain/message.ts';
import { shownState } from '../../domain/knowing/shown-state.ts';
import { maskedRecipient } from '../../domain/recipient.ts';
import { categories, channels, lanes, states } from './names.ts';

/** What may be shown of a message: neither its variables nor a webhook's address. */
export const toProto = (message: Message): MessageInitShape<typeof MessageSchema> => ({
  id: message.id,
  lane: lanes.toProto(message.lane),
  category: categories.toProto(message.category),
  channel: channels.toProto(message.channel),
  to: maskedRecipient(message),
  template: message.template,
  state: states.toProto(shownState(message)),
  requestedAt: timestampFromDate(message.requestedAt),
  attempts: message.attempts.map(attemptToProto),
  ...(message.sentAt && { sentAt: timestampFromDate(message.sentAt) }),
  ...(message.expiresAt && { expiresAt: timestampFromDate(message.expiresAt) }),
  ...(message.status === 'requested' && message.dueAt && { nextAttemptAt: timestampFromDate(message.dueAt) }),
  ...(message.personId && { personId: message.personId }),
  ...(message.deliveredAt && { deliveredAt: timestampFromDate(message.deliveredAt) }),
  ...(message.answers?.length && { answeredAt: timestampFromDate(latest(message.answers)) }),
  ...(message.reason && { reason: message.reason }),
  ...(message.readAt && { readAt: timestampFromDate(message.readAt) }),
  ...(message.endedAt && { endedAt: timestampFromDate(message.endedAt) }),
  ...(message.status === 'held' && message.dueAt && { heldUntil: timestampFromDate(message.dueAt) }),
  reference: message.reference,
  ...(message.sender && { sender: message.sender }),
});

const latest = (answers: NonNullable<Message['answers']>): Date =>
  new Date(Math.max(...answers.map(({ at }) => at.getTime())));

export const attemptToProto = (attempt: Attempt): MessageInitShape<typeof AttemptSchema> => ({
  at: timestampFromDate(attempt.at),
  provider: attempt.provider,
  outcome: attempt.outcome,
  durationMs: attempt.durationMs,
  ...(attempt.providerMessageId && { providerMessageId: attempt.providerMessageId }),
  ...(attempt.reason && { reason: attempt.reason }),
  ...(attempt.segments !== undefined && { segments: attempt.segments }),
  ...(attempt.costMicros !== undefined && { costMicros: BigInt(Math.round(attempt.costMicros)) }),
  ...(attempt.unclear && { unclear: true }),
  ...(attempt.passedOn && { passedOn: [...attempt.passedOn] }),
});
