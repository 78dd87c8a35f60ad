import { create, toJson } from '@bufbuild/protobuf';
import { MessageSchema } from '@guildhall/contracts/notifier/v1/service';
import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../domain/delivery.ts';
import type { Message } from '../../domain/message.ts';
import { aMessage, nine } from '../../domain/testing.ts';
import { toProto } from './message.proto.ts';

const shown = (message: Message) => toJson(MessageSchema, create(MessageSchema, toProto(message)));
const attempt = { at: nine, provider: 'smtp', outcome: 'sent' as const, providerMessageId: 'p1', durationMs: 12 };

describe('what is shown of a message', () => {
  it('is its way so far', () => {
    expect(shown(succeed(aMessage(), attempt, nine).next)).toMatchObject({
      state: 'MESSAGE_STATE_SENT',
      sentAt: '2026-03-02T09:00:00Z',
      attempts: [{ provider: 'smtp', outcome: 'sent', providerMessageId: 'p1', durationMs: 12 }],
    });
  });

  it('is when it is tried again and why it was not taken', () => {
    const failure = { permanent: false, attempted: true, reason: 'It is failing.' };
    const { next } = fail(aMessage(), { ...attempt, outcome: 'failed', reason: 'It is failing.' }, failure, nine, 0.5);

    expect(shown(next)).toMatchObject({
      state: 'MESSAGE_STATE_REQUESTED',
      nextAttemptAt: '2026-03-02T09:00:01Z',
      attempts: [{ reason: 'It is failing.' }],
    });
  });

  it('is neither a webhook’s address nor a variable nor a secret', () => {
    const text = JSON.stringify(shown(aMessage({ sealed: new Uint8Array([1]) })));

    expect(text).toContain('hooks.slack.com/…cret');
    expect(text).not.toMatch(/services|Ada|sealed|presence:v1/);
  });
});
