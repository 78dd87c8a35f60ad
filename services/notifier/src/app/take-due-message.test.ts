import { describe, expect, it } from 'vitest';
import { claim, fail, request, succeed } from '../domain/delivery.ts';
import type { Message, Order } from '../domain/message.ts';
import { anOrder, later, nine } from '../domain/testing.ts';
import { emergenciesFirst } from './precedence.ts';
import { joinDigest } from './rules/digests.ts';
import { releaseMessage } from './rules/release-message.ts';
import { inMemoryRules } from './rules/testing.ts';
import { inMemoryMessages, inMemoryOutlets } from './testing.ts';
import { takeDueMessageHandler } from './take-due-message.ts';

const attempt = { at: nine, provider: 'smtp', outcome: 'failed' as const, durationMs: 1 };

const scenario = async (change: Partial<Order> = {}) => {
  const messages = inMemoryMessages();
  const outlets = inMemoryOutlets();
  const offered: Message[] = [];
  const time = { now: nine };
  const take = takeDueMessageHandler({
    messages,
    release: releaseMessage({
      messages,
      outlets,
      rules: inMemoryRules(),
      join: joinDigest({ messages, idOf: (key) => key }),
    }),
    precedence: emergenciesFirst(),
    sender: { offer: (message) => offered.push(message) },
    clock: { now: () => time.now },
  });
  const decided = request(anOrder(change), 'm1', nine);
  await messages.add(decided);
  return { messages, outlets, offered, time, take, message: decided.next };
};

describe('a message that is due', () => {
  it('is claimed for its next try', async () => {
    const { messages, offered, time, take, message } = await scenario();
    const reason = { permanent: false, attempted: true, reason: 'down' };
    await messages.save(fail(message, attempt, reason, nine, 0.5));
    time.now = later(1);

    await take('m1');

    expect(offered).toEqual([expect.objectContaining({ status: 'sending', version: 3 })]);
  });

  it('is taken over once from a process that died with it', async () => {
    const { messages, offered, time, take } = await scenario();
    time.now = later(15);

    await Promise.all([take('m1'), take('m1')]);

    expect(offered).toHaveLength(1);
    expect(await messages.find('m1')).toMatchObject({ status: 'sending', version: 2 });
  });

  it('is left to whoever holds it', async () => {
    const { offered, time, take } = await scenario();
    time.now = later(14);

    await take('m1');

    expect(offered).toEqual([]);
  });

  it('is dropped when it has expired', async () => {
    const { messages, offered, time, take } = await scenario({ expiresAt: later(10) });
    time.now = later(15);

    await take('m1');

    expect(offered).toEqual([]);
    expect(await messages.find('m1')).toMatchObject({ status: 'expired' });
  });

  it('waits on when the provider still has no room', async () => {
    const { messages, outlets, offered, time, take } = await scenario();
    outlets.state.waitMs = 30_000;
    time.now = later(15);

    await take('m1');

    expect(offered).toEqual([]);
    expect(await messages.find('m1')).toMatchObject({ status: 'requested', dueAt: later(45) });
  });

  it('is forgotten, whom it was for and what it said, thirty days after it was settled', async () => {
    const { messages, time, take, message } = await scenario({ personId: 'p1' });
    await messages.save(succeed(message, { ...attempt, outcome: 'sent' }, nine));
    time.now = later(30 * 86_400 - 1);
    await take('m1');
    expect(await messages.find('m1')).toMatchObject({ to: message.to, personId: 'p1' });

    time.now = later(30 * 86_400);
    await take('m1');

    expect(await messages.find('m1')).toMatchObject({ status: 'sent', to: '', variables: {}, masked: true });
    expect(await messages.find('m1')).not.toHaveProperty('personId');
  });

  it('is nothing any more once it was sent, claimed anew, or never there', async () => {
    const { messages, offered, time, take, message } = await scenario();
    time.now = later(15);
    await take('unknown');
    const renewed = claim(message, later(14));
    await messages.save(renewed);
    await take('m1');
    await messages.save(succeed(renewed.next, { ...attempt, outcome: 'sent' }, later(14)));
    await take('m1');

    expect(offered).toEqual([]);
  });
});
