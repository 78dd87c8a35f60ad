import { describe, expect, it } from 'vitest';
import type { Order } from '../../domain/message.ts';
import type { Reach } from '../../domain/reach.ts';
import { anOrder, nine } from '../../domain/testing.ts';
import { acceptMessagesHandler } from '../accept-messages.ts';
import { emergenciesFirst } from '../precedence.ts';
import {
  asked,
  inMemoryAttachments,
  inMemoryMessages,
  inMemoryOutlets,
  inMemoryRecipients,
  inMemoryUpdates,
  plainTemplates,
} from '../testing.ts';
import { joinDigest } from './digests.ts';
import { inMemoryRules } from './testing.ts';

const [phone, mail] = ['+447700900123', 'ada@example.org'];

const scenario = async () => {
  const [messages, recipients] = [inMemoryMessages(), inMemoryRecipients()];
  const ours = inMemoryRules(recipients);
  const offered: string[] = [];
  const idOf = (text: string): string => text;
  const contacts = [
    { id: 'phone', channel: 'sms', value: phone },
    { id: 'mail', channel: 'email', value: mail },
  ] as const;
  await recipients.put({ personId: 'ada', version: 1, contacts });
  const attachments = inMemoryAttachments();
  const accept = acceptMessagesHandler({
    messages,
    recipients,
    attachments,
    rules: ours,
    join: joinDigest({ messages, idOf }),
    updates: inMemoryUpdates(),
    templates: plainTemplates,
    outlets: inMemoryOutlets(),
    sender: { offer: ({ to }) => void offered.push(to), drop: () => undefined },
    precedence: emergenciesFirst(),
    clock: { now: () => nine },
    idOf,
  });
  const ask = async (kind: Reach['kind'], change: Partial<Order> = {}, nth = 0) => {
    const { channel: _channel, to: _to, ...wish } = anOrder({ category: 'reminder', ...change });
    const files = [{ name: 'a.csv', contentType: 'text/csv', content: Buffer.of(1) }];
    const target = { personId: 'ada', reach: { kind, nth } };
    return accept([asked(anOrder(), { wish, target, attachments: files })]);
  };
  const suppress = (channel: 'sms' | 'email', to: string): void =>
    void ours.suppressions.kept.set(`${channel} ${to}`, {
      id: `${channel} ${to}`,
      version: 1,
      channel,
      to,
      isActive: true,
      reason: 'hard_bounce',
      code: '30005',
      since: nine,
      strikes: [],
    });
  return { messages, attachments, offered, ask, suppress, ...ours };
};

describe('the preferred contact', () => {
  it('is the first, where nothing speaks against it', async () => {
    const { ask, offered } = await scenario();
    await ask('preferred');
    expect(offered).toEqual([phone]);
  });

  it('is the next where the person wants nothing like this on the first', async () => {
    const { ask, offered, preferences, messages } = await scenario();
    preferences.say('ada', { switches: { reminder: { sms: false } } });
    await ask('preferred');
    expect(offered).toEqual([mail]);
    expect(messages.all()).toHaveLength(1);
  });

  it('is the next where nothing arrives at the first any more, also in an emergency', async () => {
    const { ask, offered, suppress } = await scenario();
    suppress('sms', phone);
    await ask('preferred', { category: 'emergency', lane: 'emergency' });
    expect(offered).toEqual([mail]);
  });

  it('is none where all are switched off: one message fails, with the reason', async () => {
    const { ask, offered, preferences, messages } = await scenario();
    preferences.say('ada', { switches: { reminder: { sms: false, email: false } } });
    expect(await ask('preferred')).toEqual([undefined]);
    expect(offered).toEqual([]);
    expect(messages.facts).toMatchObject([
      { type: 'message-failed', reason: 'Not sent: messages of this kind are switched off there.' },
    ]);
  });
});

it('fails for the contact that was meant, and asks no provider, when its address is suppressed', async () => {
  const { ask, offered, suppress, messages } = await scenario();
  suppress('sms', phone);
  await ask('nth');
  await ask('every', { idempotencyKey: 'every' });
  expect(offered).toEqual([mail]);
  expect(messages.facts).toMatchObject([
    { type: 'message-failed', reason: 'Not sent: this address was refused for good before (30005).' },
    { type: 'message-failed' },
  ]);
});

it('keeps what hangs on a mail for as long as the mail waits', async () => {
  const { ask, preferences, attachments, messages } = await scenario();
  preferences.say('ada', { quietHours: [{ weekday: 1, from: '08:00', to: '10:00' }] });
  await ask('nth', {}, 1);
  expect(messages.all()).toMatchObject([{ status: 'held', hasAttachments: true }]);
  expect(attachments.kept.size).toBe(1);
});

it('refuses what can never be sent before any rule holds it', async () => {
  const { ask, preferences, messages } = await scenario();
  preferences.say('ada', { quietHours: [{ weekday: 1, from: '08:00', to: '10:00' }] });
  expect(await ask('preferred', { template: 'none' })).toMatchObject([{ code: 'notifier.unknown_template' }]);
  expect(messages.all()).toEqual([]);
});
