import { toBinary } from '@bufbuild/protobuf';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import { Lane, Reach as ReachKind, type Escalation } from '@guildhall/contracts/notifier/v1/commands';
import {
  type Addressee,
  type SendMessagesRequest,
  SendMessagesRequestSchema,
} from '@guildhall/contracts/notifier/v1/requests';
import { AppError } from '@guildhall/kernel';
import { hash } from 'node:crypto';
import type { Named, SendMessages } from '../../app/requests/wanted-messages.ts';
import type { Reach } from '../../domain/reach.ts';
import type { Step } from '../../domain/requests/escalation.ts';
import { reachKindOf } from './asked.ts';
import { categories, channels, lanes } from './names.ts';
import { throttleOf } from './wish.ts';

/** What was asked for over HTTP, in our words. */
export function toSendMessages(request: SendMessagesRequest, by: string): SendMessages {
  const { template, variables, idempotencyKey, reference, escalation, recipients, attachments } = request;
  const category = categories.fromProto(request.category);
  if (!category) throw missing('/category');
  const channel = channels.fromProto(request.channel);
  return {
    template,
    variables,
    recipients: recipients.map(named),
    lane: lanes.fromProto(request.lane || Lane.BULK) ?? 'bulk',
    category,
    reach: reachKindOf(request.reach),
    idempotencyKey,
    reference,
    attachments: attachments.map(({ name, contentType, content }) => ({ name, contentType, content })),
    by,
    fingerprint: hash('sha256', toBinary(SendMessagesRequestSchema, request), 'base64url'),
    ...(channel && { channel }),
    ...(escalation && { steps: stepsOf(escalation) }),
    ...furtherOf(request),
  };
}

function furtherOf(request: SendMessagesRequest): Partial<SendMessages> {
  const { expiresAt, sendAt, group, replyTo, threadKey, updateKey, locale, throttle, brand } = request;
  return {
    ...(expiresAt && { expiresAt: timestampDate(expiresAt) }),
    ...(sendAt && { sendAt: timestampDate(sendAt) }),
    ...(group && { group }),
    ...(replyTo && { replyTo }),
    ...(threadKey && { threadKey }),
    ...(updateKey && { updateKey }),
    ...(locale && { locale }),
    ...(throttle && { throttle: throttleOf(throttle) }),
    ...(brand && { brand }),
  };
}

function named({ to }: Addressee, index: number): Named {
  switch (to.case) {
    case 'personId':
      return { personId: to.value };
    case 'email':
      return { channel: 'email', to: to.value, field: to.case };
    case 'phone':
      return { channel: 'sms', to: to.value, field: to.case };
    case 'slackChannel':
    case 'slackUser':
      return { channel: 'slack', to: to.value, field: to.case };
    case 'role':
      return { role: to.value };
    case 'permission':
      return { permission: to.value };
    case 'topic':
      return { topic: to.value };
    case undefined:
      throw missing(`/recipients/${index}`);
  }
}

export const stepsOf = ({ steps }: Escalation): readonly Step[] =>
  steps.map(({ personId, reach, nth, channel, waitSeconds, readAnswers }) => ({
    reach: reachOf(reach, nth, channel),
    waitSeconds: Math.max(waitSeconds, 1),
    ...(personId && { personId }),
    ...(readAnswers && { readAnswers }),
  }));

export function reachOf(kind: ReachKind, nth: number, number: number): Reach {
  const channel = channels.fromProto(number);
  return { kind: reachKindOf(kind), nth, ...(channel && { channel }) };
}

const missing = (pointer: string): AppError =>
  new AppError('invalid', 'notifier.invalid_request', 'The request cannot be carried out as it is.', {
    errors: [{ pointer, detail: 'is required' }],
  });
