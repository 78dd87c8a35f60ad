import { describe, expect, it } from 'vitest';
import { succeed } from '../../domain/delivery.ts';
import { cancel } from '../../domain/cancelling.ts';
import type { Message, Order } from '../../domain/message.ts';
import { anOrder, nine } from '../../domain/testing.ts';
import { acceptMessagesHandler } from '../accept-messages.ts';
import { emergenciesFirst } from '../precedence.ts';
import type { Content } from '../ports.ts';
import { takeDueMessageHandler } from '../take-due-message.ts';
import {
  asked,
  inMemoryAttachments,
  inMemoryMessages,
  inMemoryOutlets,
  inMemoryRecipients,
  inMemoryUpdates,
} from '../testing.ts';
import { contentOf } from './contents.ts';
import { DIGEST, digestVariables, joinDigest } from './digests.ts';
import { releaseMessage } from './release-message.ts';
import { inMemoryRules } from './testing.ts';

const FIVE = new Date('2026-03-02T17:00:00Z');
const tomorrow = new Date('2026-03-03T17:00:00Z');
const minutes = (n: number, from: Date): Date => new Date(from.getTime() + n * 60_000);

const templates = {
  check: () => undefined,
  channelsOf: () => ['email' as const],
  render: ({ template, variables }: Order): Content => {
    const subject =
      template === DIGEST ? `${variables['count']}: ${variables['lines']}` : `Subject of ${variables['n']}`;
    return { channel: 'email', subject, html: '', text: variables['unsubscribeUrl'] ?? '' };
  },
};

const attempt = { at: FIVE, provider: 'smtp', outcome: 'sent', durationMs: 1 } as const;

/** One reader who has reminders once a day at five, and as many replicas as are asked for, on one store. */
const scenario = async () => {
  const [messages, recipients, time] = [inMemoryMessages(), inMemoryRecipients(), { now: nine }];
  const ours = inMemoryRules(recipients);
  ours.preferences.say('ada', { digests: { reminder: { every: 'day', at: '17:00' } } });
  await recipients.put({
    personId: 'ada',
    version: 1,
    contacts: [{ id: 'mail', channel: 'email', value: 'ada@example.org' }],
  });
  const outlets = inMemoryOutlets();
  const offered: Message[] = [];
  const clock = { now: () => time.now };
  const sender = { offer: (one: Message) => void offered.push(one), drop: () => undefined };
  const idOf = (text: string): string => `id ${text}`;
  const replica = () => {
    const join = joinDigest({ messages, idOf });
    const around = { messages, outlets, sender, clock, rules: ours, join, precedence: emergenciesFirst() };
    const kept = { recipients, attachments: inMemoryAttachments(), updates: inMemoryUpdates() };
    const accept = acceptMessagesHandler({ ...around, ...kept, templates, idOf });
    const take = takeDueMessageHandler({ ...around, release: releaseMessage(around) });
    return { accept, take };
  };
  const { accept, take } = replica();
  const ask = async (n: number, change: Partial<Order> = {}, by = accept) => {
    const {
      channel: _channel,
      to: _to,
      ...wish
    } = anOrder({ category: 'reminder', idempotencyKey: `k${n}`, variables: { n: String(n) }, ...change });
    const target = { personId: 'ada', reach: { kind: 'preferred', nth: 0 } } as const;
    expect(await by([asked(anOrder(), { wish, target })])).toEqual([undefined]);
  };
  const takeDue = async (by = take) => {
    for (const { id, dueAt, status } of messages.all()) {
      if (dueAt && dueAt <= time.now && status !== 'sending') await by(id);
    }
  };
  const digests = () => messages.all().filter(({ isDigest }) => isDigest);
  const words = contentOf({ messages, templates, unsubscribeLink: () => 'https://no.example' });
  return { messages, ours, time, offered, ask, takeDue, digests, replica, words };
};

describe('a digest', () => {
  it('is one message for what came since the last, to the same contact', async () => {
    const { ask, takeDue, time, offered, digests, words, messages } = await scenario();
    await ask(1);
    await ask(2);
    expect(messages.all().map(({ status }) => status)).toEqual(['held', 'held', 'held']);
    await takeDue();
    expect(offered).toEqual([]);

    time.now = FIVE;
    await takeDue();

    expect(offered).toMatchObject([{ isDigest: true, status: 'sending', to: 'ada@example.org', personId: 'ada' }]);
    expect(await words(digests()[0]!)).toMatchObject({
      subject: '2: ["Subject of 1","Subject of 2"]',
      text: 'https://no.example',
    });
  });

  it('tells whoever asked what became of each message in it', async () => {
    const { ask, takeDue, time, messages, digests } = await scenario();
    await ask(1, { reference: 'first' });
    await ask(2, { reference: 'second' });
    time.now = FIVE;
    await takeDue();
    time.now = minutes(1, FIVE);
    await takeDue();
    expect(messages.facts).toEqual([]);

    await messages.save(succeed(digests()[0]!, attempt, minutes(1, FIVE)));
    time.now = minutes(3, FIVE);
    await takeDue();

    expect(messages.facts.map(({ type, message }) => [type, message.reference])).toEqual([
      ['message-sent', ''],
      ['message-sent', 'first'],
      ['message-sent', 'second'],
    ]);
  });

  it('of one message only is that message, as it was meant', async () => {
    const { ask, takeDue, time, offered, messages } = await scenario();
    await ask(1);
    time.now = FIVE;
    await takeDue();
    expect(offered).toMatchObject([{ id: 'id k1 mail', template: 'presence', status: 'sending' }]);
    expect(messages.facts).toEqual([]);
  });

  it('keeps groups apart', async () => {
    const { ask, digests } = await scenario();
    await ask(1, { group: 'board 7' });
    await ask(2, { group: 'board 8' });
    await ask(3, { group: 'board 8' });
    expect(digests()).toHaveLength(2);
  });

  it('is one, however many replicas gather and close it', async () => {
    const { ask, takeDue, time, offered, digests, replica } = await scenario();
    const other = replica();
    await ask(1);
    await ask(2, {}, other.accept);
    expect(digests()).toHaveLength(1);
    time.now = FIVE;
    await Promise.all([takeDue(), takeDue(other.take)]);
    expect(offered).toHaveLength(1);
  });

  it('leaves out what was called off', async () => {
    const { ask, takeDue, time, digests, words, messages } = await scenario();
    for (const n of [1, 2, 3]) await ask(n);
    const second = await messages.find('id k2 mail');
    await messages.save(cancel(second!, nine)!);
    time.now = FIVE;
    await takeDue();
    expect(await words(digests()[0]!)).toMatchObject({ subject: '2: ["Subject of 1","Subject of 3"]' });
  });

  it('that closed without a late one leaves it to the next', async () => {
    const { ask, takeDue, time, digests, messages } = await scenario();
    await ask(1);
    await ask(2);
    const late = { ...(await messages.find('id k2 mail'))!, id: 'late', version: 1 };
    time.now = FIVE;
    await takeDue();
    await messages.save({ next: late, facts: [] });
    time.now = minutes(1, FIVE);
    await takeDue();

    expect(digests()).toHaveLength(2);
    expect(await messages.find('late')).toMatchObject({ status: 'held', dueAt: minutes(1, tomorrow) });
  });

  it('asks the rules again when it closes: what was switched off meanwhile is not sent', async () => {
    const { ask, takeDue, time, offered, ours, messages } = await scenario();
    await ask(1);
    await ask(2);
    ours.preferences.say('ada', { switches: { reminder: { email: false } } });
    time.now = FIVE;
    await takeDue();
    time.now = minutes(1, FIVE);
    await takeDue();

    expect(offered).toEqual([]);
    expect(messages.all().map(({ status }) => status)).toEqual(['failed', 'failed', 'failed']);
  });

  it('waits for the end of quiet hours, and what it tells of waits with it', async () => {
    const { ask, takeDue, time, offered, ours, messages } = await scenario();
    ours.preferences.say('ada', {
      digests: { reminder: { every: 'day', at: '17:00' } },
      quietHours: [{ weekday: 1, from: '16:00', to: '19:00' }],
    });
    await ask(1);
    await ask(2);
    time.now = FIVE;
    await takeDue();
    time.now = minutes(1, FIVE);
    await takeDue();
    expect(offered).toEqual([]);
    expect(await messages.find('id k1 mail')).toMatchObject({ status: 'held', dueAt: minutes(121, FIVE) });

    time.now = minutes(120, FIVE);
    await takeDue();
    expect(offered).toMatchObject([{ isDigest: true }]);
  });
});

it('says ten lines and how many more there are', () => {
  const contents = Array.from({ length: 12 }, (_, n): Content => ({ channel: 'sms', text: `text ${n}` }));
  const { lines, count, more } = digestVariables(contents);
  expect([JSON.parse(lines ?? '').length, count, more]).toEqual([10, '12', '2']);
  expect(digestVariables(contents.slice(0, 2))).toMatchObject({ count: '2', more: '' });
  const push = digestVariables([{ channel: 'push', title: 'Title', text: 'words' }]);
  expect(push['lines']).toBe('["Title: words"]');
});
