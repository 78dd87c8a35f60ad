import { AppError } from '@guildhall/kernel';
import { describe, expect, it } from 'vitest';
import type { Message } from '../domain/message.ts';
import { anOrder, later, nine } from '../domain/testing.ts';
import { acceptMessagesHandler } from './accept-messages.ts';
import { inMemoryMessages, inMemoryOutlets, plainTemplates } from './testing.ts';

const scenario = () => {
  const messages = inMemoryMessages();
  const outlets = inMemoryOutlets();
  const offered: Message[] = [];
  const accept = acceptMessagesHandler({
    messages,
    outlets,
    templates: plainTemplates,
    sender: { offer: (message) => offered.push(message) },
    clock: { now: () => nine },
    idOf: (key) => `id-${key}`,
  });
  return { messages, outlets, offered, accept };
};

describe('accepting messages', () => {
  it('stores each and hands it to the sender at once', async () => {
    const { accept, messages, offered } = scenario();

    const errors = await accept([anOrder({ idempotencyKey: 'a' }), anOrder({ idempotencyKey: 'b' })]);

    expect(errors).toEqual([undefined, undefined]);
    expect(messages.all().map(({ id }) => id)).toEqual(['id-a', 'id-b']);
    expect(offered).toEqual(messages.all());
  });

  it('takes the same idempotency key once, in one group or in two', async () => {
    const { accept, messages, offered } = scenario();

    await accept([anOrder(), anOrder({ reference: 'again' })]);
    const errors = await accept([anOrder()]);

    expect(errors).toEqual([undefined]);
    expect(messages.all()).toHaveLength(1);
    expect(offered).toHaveLength(1);
  });

  it('refuses a wrong one without harm to its neighbours', async () => {
    const { accept, messages } = scenario();

    const errors = await accept([
      anOrder({ idempotencyKey: 'a', template: 'no such' }),
      anOrder({ idempotencyKey: 'b' }),
      anOrder({ idempotencyKey: 'c', to: 'not a channel' }),
    ]);

    expect(errors.map((error) => (error instanceof AppError ? error.code : error))).toEqual([
      'notifier.unknown_template',
      undefined,
      'notifier.bad_recipient',
    ]);
    expect(messages.all()).toHaveLength(1);
  });

  it('keeps one for which the provider has no room, without sending it now', async () => {
    const { accept, messages, outlets, offered } = scenario();
    outlets.state.waitMs = 60_000;

    await accept([anOrder()]);

    expect(messages.all()).toEqual([expect.objectContaining({ status: 'requested', dueAt: later(60) })]);
    expect(offered).toEqual([]);
  });

  it('records one that came too late as expired, and tells it', async () => {
    const { accept, messages, offered } = scenario();

    await accept([anOrder({ expiresAt: nine })]);

    expect(messages.all()).toEqual([expect.objectContaining({ status: 'expired' })]);
    expect(messages.facts).toHaveLength(1);
    expect(offered).toEqual([]);
  });

  it('reports a store that fails, so that the command is delivered again', async () => {
    const { messages, outlets } = scenario();
    const down = new AppError('unavailable', 'store.unavailable', 'The store is away.');
    const accept = acceptMessagesHandler({
      outlets,
      templates: plainTemplates,
      messages: {
        ...messages,
        add: () => Promise.reject(down),
      },
      sender: { offer: () => undefined },
      clock: { now: () => nine },
      idOf: (key) => key,
    });

    expect(await accept([anOrder()])).toEqual([down]);
  });
});
