import { describe, expect, it } from 'vitest';
import { request, succeed } from '../domain/delivery.ts';
import type { Attempt } from '../domain/message.ts';
import { anOrder, nine } from '../domain/testing.ts';
import { recallAcceptedHandler } from './recall-accepted.ts';
import { recordOutcome } from './record-outcome.ts';
import { inMemoryMessages } from './testing.ts';

const attempt: Attempt = { at: nine, provider: 'smtp', outcome: 'sent', providerMessageId: 'p1', durationMs: 5 };

const scenario = async () => {
  const messages = inMemoryMessages();
  const decided = request(anOrder(), 'm1', nine);
  await messages.add(decided);
  const record = recordOutcome({ messages, pause: () => Promise.resolve() });
  return { messages, message: decided.next, recall: recallAcceptedHandler({ messages, record }) };
};

describe('what a dead process left behind', () => {
  it('counts as sent, so that it is not sent again', async () => {
    const { messages, recall } = await scenario();

    await recall([{ messageId: 'm1', attempt }]);

    expect(await messages.find('m1')).toMatchObject({ status: 'sent', attempts: [attempt] });
    expect(messages.facts).toHaveLength(1);
  });

  it('is nothing new where the store knew it already, or does not know the message', async () => {
    const { messages, message, recall } = await scenario();
    await messages.save(succeed(message, attempt, nine));

    await recall([
      { messageId: 'm1', attempt },
      { messageId: 'of another installation', attempt },
    ]);

    expect(messages.facts).toHaveLength(1);
  });
});
