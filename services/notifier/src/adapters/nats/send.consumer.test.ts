import { toBinary } from '@bufbuild/protobuf';
import { type SendMessage, SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { describe, expect, it, vi } from 'vitest';
import type { AcceptMessages } from '../../app/accept-messages.ts';
import { nine } from '../../domain/testing.ts';
import { LANES, sendConsumer } from './send.consumer.ts';
import { aCommand } from './testing.ts';

const arrival = (command: SendMessage, traceparent?: string) => ({
  data: toBinary(SendMessageSchema, command),
  delivery: {
    id: 'd1',
    subject: 'cmd.notifier.v1.bulk.send.d1',
    aggregateId: 'd1',
    version: 0,
    at: nine,
    attempt: 1,
    ...(traceparent && { traceparent }),
  },
});

const noAudience = async (): Promise<void> => undefined;

const deliver = (accept: AcceptMessages, ...commands: SendMessage[]) =>
  sendConsumer('bulk', accept, noAudience).subscriptions[0]?.handle(commands.map((command) => arrival(command)));

describe('the consumers of commands', () => {
  it('let everything wait for company but an emergency', () => {
    const gathered = LANES.map(
      (lane) => sendConsumer(lane, async () => [], noAudience).subscriptions[0]?.gatherMs ?? 0,
    );
    expect(gathered.map((ms) => ms > 0)).toEqual([false, true, true]);
  });

  it('are one per lane, each with its own subjects', () => {
    const accept: AcceptMessages = async () => [];

    expect(
      LANES.map((lane) => sendConsumer(lane, accept, noAudience)).map(({ durable, filter }) => [durable, ...filter]),
    ).toEqual([
      ['notifier-send-emergency', 'cmd.notifier.v1.emergency.send.*'],
      ['notifier-send-transactional', 'cmd.notifier.v1.transactional.send.*'],
      ['notifier-send-bulk', 'cmd.notifier.v1.bulk.send.*'],
    ]);
  });

  it('hand over together what arrived together', async () => {
    const accept = vi.fn<AcceptMessages>(async (orders) => orders.map(() => undefined));

    await deliver(accept, aCommand({ idempotencyKey: 'a' }), aCommand({ idempotencyKey: 'b' }));

    expect(accept.mock.calls[0]?.[0].map(({ wish }) => wish.idempotencyKey)).toEqual(['a', 'b']);
  });

  it('give each error to the command it belongs to', async () => {
    const accept: AcceptMessages = async () => [undefined, 'second of two good ones'];

    const errors = await deliver(accept, aCommand(), aCommand({ template: '' }), aCommand());

    expect(errors).toEqual([
      undefined,
      expect.objectContaining({ code: 'notifier.bad_command' }),
      'second of two good ones',
    ]);
  });

  it('keep the trace of the request that led to the command', async () => {
    const accept = vi.fn<AcceptMessages>(async () => [undefined]);

    await sendConsumer('bulk', accept, noAudience).subscriptions[0]?.handle([arrival(aCommand(), '00-trace')]);

    expect(accept.mock.calls[0]?.[0][0]?.wish.traceparent).toBe('00-trace');
  });
});
