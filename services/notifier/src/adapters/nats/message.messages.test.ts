import { fromBinary } from '@bufbuild/protobuf';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import { Channel } from '@guildhall/contracts/notifier/v1/commands';
import { MessageFailedSchema, MessageSentSchema } from '@guildhall/contracts/notifier/v1/events';
import { expect, it } from 'vitest';
import { expire, succeed } from '../../domain/delivery.ts';
import { aMessage, nine } from '../../domain/testing.ts';
import { toEnvelope } from './message.messages.ts';

const attempt = { at: nine, provider: 'smtp', outcome: 'sent' as const, durationMs: 1 };

it('tells that a message was sent, on the subject its contract names', () => {
  const [told] = succeed(aMessage(), attempt, nine).facts;
  const envelope = toEnvelope(told!);

  expect(envelope.subject).toBe('evt.notifier.v1.message-sent.m1');
  expect(envelope.headers['Aggregate-Version']).toBe('2');
  const body = fromBinary(MessageSentSchema, envelope.data);
  expect([body.reference, body.channel, body.template, timestampDate(body.at!)]).toEqual([
    'visit:v1',
    Channel.SLACK,
    'presence',
    nine,
  ]);
});

it('tells why a message was not sent', () => {
  const [told] = expire(aMessage(), nine).facts;
  const envelope = toEnvelope(told!);

  expect(envelope.subject).toBe('evt.notifier.v1.message-failed.m1');
  expect(fromBinary(MessageFailedSchema, envelope.data).reason).toBe('It expired before it could be sent.');
});
