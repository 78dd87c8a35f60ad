import { describe, expect, it } from 'vitest';
import { request } from '../../domain/delivery.ts';
import { hold } from '../../domain/holding.ts';
import type { HeldFor, Message, Order } from '../../domain/message.ts';
import { anOrder, later, nine } from '../../domain/testing.ts';
import { emergenciesFirst } from '../precedence.ts';
import { takeDueMessageHandler } from '../take-due-message.ts';
import { inMemoryMessages, inMemoryOutlets } from '../testing.ts';
import { joinDigest } from './digests.ts';
import { releaseMessage } from './release-message.ts';
import { inMemoryRules } from './testing.ts';

const order = (change: Partial<Order> = {}): Order =>
  anOrder({ channel: 'email', to: 'ada@example.org', personId: 'ada', category: 'reminder', ...change });

const scenario = async (change: Partial<Order> = {}, why: HeldFor = 'quiet_hours') => {
  const [messages, outlets, ours, time] = [inMemoryMessages(), inMemoryOutlets(), inMemoryRules(), { now: later(60) }];
  const offered: Message[] = [];
  const join = joinDigest({ messages, idOf: (text) => text });
  const around = { messages, outlets, rules: ours, join };
  const take = takeDueMessageHandler({
    ...around,
    release: releaseMessage(around),
    sender: { offer: (one) => offered.push(one) },
    precedence: emergenciesFirst(),
    clock: { now: () => time.now },
  });
  await messages.add(hold(order(change), 'm1', nine, later(60), why));
  return { ...ours, messages, outlets, offered, time, take, stored: () => messages.find('m1') };
};

describe('a message that waited', () => {
  it('is not released before its time', async () => {
    const { take, time, offered } = await scenario();
    time.now = later(59);
    await take('m1');
    expect(offered).toEqual([]);
  });

  it('goes when its time has come', async () => {
    const { take, offered } = await scenario();
    await take('m1');
    expect(offered).toMatchObject([{ id: 'm1', status: 'sending', releasedAt: later(60) }]);
  });

  it('goes once, whoever takes it', async () => {
    const { take, offered } = await scenario();
    await Promise.all([take('m1'), take('m1')]);
    expect(offered).toHaveLength(1);
  });

  it('waits for its place where the provider has too much to do', async () => {
    const { take, outlets, stored } = await scenario();
    outlets.state.waitMs = 5_000;
    await take('m1');
    expect(await stored()).toMatchObject({ status: 'requested', dueAt: later(65) });
  });

  it('expires when that comes first, and says so', async () => {
    const { take, offered, messages, stored } = await scenario({ expiresAt: later(30) });
    await take('m1');
    expect(offered).toEqual([]);
    expect(await stored()).toMatchObject({ status: 'expired' });
    expect(messages.facts).toMatchObject([{ type: 'message-failed' }]);
  });

  it('is not sent when it was switched off meanwhile', async () => {
    const { take, preferences, stored, offered } = await scenario();
    preferences.say('ada', { switches: { reminder: { email: false } } });
    await take('m1');
    expect(offered).toEqual([]);
    expect(await stored()).toMatchObject({ status: 'failed', reason: expect.stringContaining('switched off') });
  });

  it('fails when its address was refused meanwhile', async () => {
    const { take, suppressions, stored } = await scenario();
    const place = { id: 'email ada@example.org', channel: 'email', to: 'ada@example.org', version: 1 } as const;
    suppressions.kept.set(place.id, { ...place, isActive: true, reason: 'hard_bounce', since: nine, strikes: [] });
    await take('m1');
    expect(await stored()).toMatchObject({ status: 'failed', reason: expect.stringContaining('refused for good') });
  });

  it('waits on when quiet hours began meanwhile', async () => {
    const { take, preferences, stored } = await scenario({}, 'schedule');
    preferences.say('ada', { quietHours: [{ weekday: 1, from: '09:00', to: '10:00' }], timeZone: 'UTC' });
    await take('m1');
    expect(await stored()).toMatchObject({
      status: 'held',
      heldFor: 'quiet_hours',
      dueAt: later(3_600),
      holds: [{ why: 'schedule' }, { why: 'quiet_hours' }],
    });
  });

  it('keeps the place that it booked with a throttle', async () => {
    const throttle = { key: 'k', count: 1, windowMs: 60_000, over: 'hold' } as const;
    const { take, of, offered } = await scenario({ throttle }, 'throttle');
    const booked = await of(
      [
        { id: 'other', order: order({ throttle }) },
        { id: 'm1', order: order({ throttle }) },
      ],
      nine,
    );
    expect(booked).toMatchObject([{ kind: 'send' }, { kind: 'hold', until: later(60) }]);
    await take('m1');
    expect(offered).toHaveLength(1);
  });
});

describe('a retry', () => {
  const retrying = async () => {
    const ours = await scenario();
    await ours.messages.add(request(order(), 'm2', nine, 30_000));
    return ours;
  };

  it('asks the rules too: quiet hours hold it', async () => {
    const { take, preferences, messages } = await retrying();
    preferences.say('ada', { quietHours: [{ weekday: 1, from: '09:00', to: '10:00' }] });
    await take('m2');
    expect(await messages.find('m2')).toMatchObject({ status: 'held', heldFor: 'quiet_hours' });
  });

  it('is not gathered any more', async () => {
    const { take, preferences, offered } = await retrying();
    preferences.say('ada', { digests: { reminder: { every: 'hour' } } });
    await take('m2');
    expect(offered).toMatchObject([{ id: 'm2' }]);
  });
});
