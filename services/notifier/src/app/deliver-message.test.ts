import { AppError } from '@guildhall/kernel';
import { describe, expect, it, vi } from 'vitest';
import { claim, request } from '../domain/delivery.ts';
import type { Order } from '../domain/message.ts';
import { anOrder, later, nine } from '../domain/testing.ts';
import { deliverMessageHandler } from './deliver-message.ts';
import { emergenciesFirst } from './precedence.ts';
import { recordOutcome } from './record-outcome.ts';
import {
  inMemoryAttachments,
  inMemoryMessages,
  inMemoryNotes,
  inMemoryOutlets,
  inMemoryUpdates,
  plainTemplates,
} from './testing.ts';

const pause = () => Promise.resolve();
const words = {
  contentOf: async (message: Order) => plainTemplates.render(message),
  unsubscribeLink: () => undefined,
  noteBounce: () => Promise.resolve(),
};

const scenario = async (change: Partial<Order> = {}) => {
  const messages = inMemoryMessages();
  const outlets = inMemoryOutlets();
  const time = { now: nine };
  const nudge = vi.fn<() => void>();
  const notes = inMemoryNotes();
  const [attachments, updates] = [inMemoryAttachments(), inMemoryUpdates()];
  const precedence = emergenciesFirst();
  const deliver = deliverMessageHandler({
    messages,
    outlets,
    attachments,
    updates,
    precedence,
    ...words,
    notes,
    nudge,
    record: recordOutcome({ messages, pause }),
    pause,
    clock: { now: () => time.now },
    random: () => 0.5,
  });
  const decided = request(anOrder(change), 'm1', nine);
  await messages.add(decided);
  const run = (signal = new AbortController().signal) => deliver(() => decided.next, signal);
  return {
    messages,
    outlets,
    attachments,
    updates,
    precedence,
    time,
    nudge,
    run,
    stored: async () => messages.find('m1'),
    claimed: decided.next,
  };
};

describe('delivering a message', () => {
  it('sends it and records the attempt with what the provider called it', async () => {
    const { run, stored, messages, outlets } = await scenario();

    await run();

    expect(await stored()).toMatchObject({
      status: 'sent',
      sentAt: nine,
      attempts: [{ provider: 'slack-webhook', outcome: 'sent', providerMessageId: 'p1', durationMs: 7 }],
    });
    expect(messages.facts.map(({ type }) => type)).toEqual(['message-sent']);
    expect(outlets.state.turns).toBe(0);
  });

  it('does not send one that expired while it waited for its turn', async () => {
    const { run, stored, outlets, time } = await scenario({ expiresAt: later(60) });
    time.now = later(60);

    await run();

    expect(outlets.sent).toEqual([]);
    expect(await stored()).toMatchObject({ status: 'expired' });
    expect(outlets.state.turns).toBe(0);
  });

  it('renews a claim that has grown old before it calls the provider', async () => {
    const { run, stored, time } = await scenario();
    time.now = later(14);

    await run();

    expect(await stored()).toMatchObject({ status: 'sent', version: 3 });
  });

  it('leaves it alone when somebody else has claimed it meanwhile', async () => {
    const { run, messages, outlets, time, claimed } = await scenario();
    time.now = later(16);
    await messages.save(claim(claimed, later(15)));

    await run();

    expect(outlets.sent).toEqual([]);
    expect(outlets.state.turns).toBe(0);
  });

  it('plans the next try when the provider is failing, and wakes whoever waits for it', async () => {
    const { run, stored, outlets, nudge } = await scenario();
    outlets.state.answer = { outcome: 'failed', permanent: false, attempted: true, reason: 'down', durationMs: 3 };

    await run();

    expect(await stored()).toMatchObject({
      status: 'requested',
      dueAt: later(1),
      attempts: [{ outcome: 'failed', reason: 'down' }],
    });
    expect(nudge).toHaveBeenCalledOnce();
  });

  it('ends with the reason when the provider refuses it for good', async () => {
    const { run, stored, messages, outlets } = await scenario();
    outlets.state.answer = { outcome: 'failed', permanent: true, attempted: true, reason: 'no_service', durationMs: 3 };

    await run();

    expect(await stored()).toMatchObject({
      status: 'failed',
      reason: 'no_service',
      attempts: [{ outcome: 'refused' }],
    });
    expect(messages.facts.map(({ type }) => type)).toEqual(['message-failed']);
  });

  it('ends with the reason when it can no longer be rendered', async () => {
    const { run, stored, outlets } = await scenario({ template: 'withdrawn' });

    await run();

    expect(outlets.sent).toEqual([]);
    expect(await stored()).toMatchObject({ status: 'failed', reason: 'There is no such template.', attempts: [] });
  });

  it('lets go of it when the process closes before its turn', async () => {
    const { run, stored, outlets } = await scenario();
    outlets.state.gate = new Promise(() => undefined);
    const closing = new AbortController();

    const running = run(closing.signal);
    closing.abort(new Error('closing'));
    await running;

    expect(await stored()).toMatchObject({ status: 'requested', dueAt: nine });
  });

  it('gives its turn back when something unforeseen happens', async () => {
    const { run, outlets } = await scenario();
    outlets.state.answer = () => Promise.reject(new Error('boom'));

    await expect(run()).rejects.toThrow('boom');
    expect(outlets.state.turns).toBe(0);
  });

  it('notes what the provider took until the store knows it', async () => {
    const { outlets, claimed, messages } = await scenario();
    const notes = inMemoryNotes();
    const stored = Promise.withResolvers<void>();
    const deliver = deliverMessageHandler({
      attachments: inMemoryAttachments(),
      updates: inMemoryUpdates(),
      precedence: emergenciesFirst(),
      outlets,
      ...words,
      notes,
      nudge: () => undefined,
      pause,
      random: () => 0,
      messages,
      record: () => stored.promise,
      clock: { now: () => nine },
    });

    const running = deliver(() => claimed, new AbortController().signal);
    await vi.waitFor(() => expect([...notes.kept.keys()]).toEqual(['m1']));
    expect(outlets.state.turns).toBe(0);
    stored.resolve();
    await running;

    expect(notes.kept.size).toBe(0);
  });

  it('does not send when the claim cannot be stored, and keeps its turn for a moment: the others would do no better', async () => {
    const { outlets, time, claimed, messages } = await scenario();
    const turnsMeanwhile: number[] = [];
    time.now = later(14);
    const down = new AppError('unavailable', 'store.unavailable', 'The store is away.');
    const deliver = deliverMessageHandler({
      attachments: inMemoryAttachments(),
      updates: inMemoryUpdates(),
      precedence: emergenciesFirst(),
      outlets,
      ...words,
      notes: inMemoryNotes(),
      nudge: () => undefined,
      pause: async () => void turnsMeanwhile.push(outlets.state.turns),
      random: () => 0,
      messages: {
        ...messages,
        save: () => Promise.reject(down),
      },
      record: () => Promise.resolve(),
      clock: { now: () => time.now },
    });

    await deliver(() => claimed, new AbortController().signal);
    expect(outlets.sent).toEqual([]);
    expect([turnsMeanwhile, outlets.state.turns]).toEqual([[1], 0]);
  });
});

describe('delivering beside an emergency', () => {
  it('waits with its turn in hand until that is over', async () => {
    const { run, outlets, precedence } = await scenario();
    const leave = precedence.enter();

    const running = run();
    await vi.waitFor(() => expect(outlets.state.turns).toBe(1));
    expect(outlets.sent).toEqual([]);
    leave();
    await running;

    expect(outlets.sent).toHaveLength(1);
  });

  it('does not hold up another emergency, and is written down when both are out', async () => {
    const { run, outlets, precedence, stored } = await scenario({ lane: 'emergency' });
    const another = precedence.enter();

    const running = run();
    await vi.waitFor(() => expect(outlets.sent).toHaveLength(1));
    expect((await stored())?.status).toBe('sending');
    another();
    await Promise.all([precedence.calm(), running]);

    expect(await stored()).toMatchObject({ status: 'sent' });
  });
});

describe('delivering what hangs on a mail', () => {
  const file = { name: 'a.csv', contentType: 'text/csv', content: new Uint8Array([1]) };

  it('sends it along, and keeps it no longer than that', async () => {
    const { run, outlets, attachments } = await scenario({ hasAttachments: true });
    await attachments.put('m1', [file]);

    await run();

    expect(outlets.sent).toMatchObject([{ attachments: [file] }]);
    expect(attachments.kept.size).toBe(0);
  });

  it('keeps it for the next try', async () => {
    const { run, outlets, attachments } = await scenario({ hasAttachments: true });
    await attachments.put('m1', [file]);
    outlets.state.answer = { outcome: 'failed', permanent: false, attempted: true, reason: 'down', durationMs: 1 };

    await run();

    expect(attachments.kept.size).toBe(1);
  });
});

describe('a message whose place a newer one took', () => {
  const update = { to: '#building', updateKey: 'north' };

  it('is not sent when its turn comes', async () => {
    const { run, outlets, updates, stored } = await scenario(update);
    await updates.announce(update, 'm2', nine);

    await run();

    expect(outlets.sent).toEqual([]);
    expect(await stored()).toMatchObject({ status: 'expired', reason: 'A newer one took its place.' });
  });

  it('leaves its place in the queue at once', async () => {
    const { run, outlets, updates, stored } = await scenario(update);
    outlets.state.gate = new Promise(() => undefined);
    const dropping = new AbortController();

    const running = run(dropping.signal);
    await updates.announce(update, 'm2', nine);
    dropping.abort();
    await running;

    expect(await stored()).toMatchObject({ status: 'expired' });
  });

  it('is sent all the same when it is the latest', async () => {
    const { run, outlets, updates } = await scenario(update);
    await updates.announce(update, 'm1', nine);

    await run();

    expect(outlets.sent).toHaveLength(1);
  });
});
