import { AppError } from '@guildhall/kernel';
import { describe, expect, it } from 'vitest';
import { claim, request, succeed } from '../domain/delivery.ts';
import type { Message } from '../domain/message.ts';
import { anOrder, nine } from '../domain/testing.ts';
import { recordOutcome } from './record-outcome.ts';
import { inMemoryMessages } from './testing.ts';

const attempt = { at: nine, provider: 'smtp', outcome: 'sent' as const, durationMs: 1 };
const sent = (latest: Message) => succeed(latest, attempt, nine);
const unavailable = new AppError('unavailable', 'store.unavailable', 'The store is away.');

const scenario = async () => {
  const messages = inMemoryMessages();
  const decided = request(anOrder(), 'm1', nine);
  await messages.add(decided);
  return { messages, message: decided.next };
};

describe('recording what a provider answered', () => {
  it('asks a store that is away until it answers', async () => {
    const { messages, message } = await scenario();
    let outages = 3;
    const save: typeof messages.save = (decided) =>
      outages-- > 0 ? Promise.reject(unavailable) : messages.save(decided);

    await recordOutcome({ messages: { ...messages, save }, pause: () => Promise.resolve() })(message, sent);

    expect(await messages.find('m1')).toMatchObject({ status: 'sent', attempts: [attempt] });
  });

  it('applies the answer to the newer version of a claim that was renewed meanwhile', async () => {
    const { messages, message } = await scenario();
    await messages.save(claim(message, nine));

    await recordOutcome({ messages, pause: () => Promise.resolve() })(message, sent);

    expect(await messages.find('m1')).toMatchObject({ status: 'sent', version: 3 });
  });

  it('is content when it had been stored although the store seemed away', async () => {
    const { messages, message } = await scenario();
    const save: typeof messages.save = async (decided) => {
      await messages.save(decided);
      throw unavailable;
    };

    await recordOutcome({ messages: { ...messages, save }, pause: () => Promise.resolve() })(message, sent);

    expect(messages.facts).toHaveLength(1);
  });

  it('throws what it cannot make sense of', async () => {
    const { messages, message } = await scenario();
    const save = () => Promise.reject(new Error('boom'));

    await expect(
      recordOutcome({ messages: { ...messages, save }, pause: () => Promise.resolve() })(message, sent),
    ).rejects.toThrow('boom');
  });
});
