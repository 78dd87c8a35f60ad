import { expect, it } from 'vitest';
import { request } from '../domain/delivery.ts';
import { anOrder, later, nine } from '../domain/testing.ts';
import { receiveTextHandler } from './receive-text.ts';
import type { SaidWord } from './rules/suppressions.ts';
import { inMemoryMessages } from './testing.ts';

const scenario = async () => {
  const messages = inMemoryMessages();
  const words: SaidWord[] = [];
  const receive = receiveTextHandler({ messages, noteWord: async (word) => void words.push(word) });
  const ask = async (id: string, at: Date, change = {}) => {
    const order = { channel: 'sms' as const, to: '+447700900123', reference: id, answerUntil: later(3_600) };
    await messages.add(request(anOrder({ ...order, ...change }), id, at));
  };
  const text = (change = {}) => ({ id: 'SM1', from: '+447700900123', text: '1 safe', at: later(60), ...change });
  return { messages, words, receive, ask, text };
};

it('brings a reply to the latest message to that number that asked for one', async () => {
  const { messages, receive, ask, text } = await scenario();
  await ask('first', nine);
  await ask('second', later(10));
  await ask('not answerable', later(20), { answerUntil: undefined });
  await ask('to another', later(30), { to: '+447700900456' });

  await receive(text());

  expect(messages.facts).toMatchObject([
    { type: 'message-answered', text: '1 safe', message: { reference: 'second' } },
  ]);
});

it('tells a reply once, however often it is brought', async () => {
  const { messages, receive, ask, text } = await scenario();
  await ask('first', nine);

  await receive(text());
  await receive(text());

  expect(messages.facts).toHaveLength(1);
});

it('drops what comes too late, or from somebody nobody asked', async () => {
  const { messages, receive, ask, text } = await scenario();
  await ask('first', nine);

  await receive(text({ at: later(3_601) }));
  await receive(text({ from: '+447700900456' }));

  expect(messages.facts).toEqual([]);
});

it('notes who wants no more texts, and tells nobody that this is an answer', async () => {
  const { messages, words, receive, ask, text } = await scenario();
  await ask('first', nine);

  await receive(text({ text: 'Stop' }));

  expect(words).toEqual([{ number: '+447700900123', word: 'stop', at: later(60) }]);
  expect(messages.facts).toEqual([]);
});

it('takes a yes for both: texts are welcome again, and an answer it may be', async () => {
  const { messages, words, receive, ask, text } = await scenario();
  await ask('first', nine);

  await receive(text({ text: 'yes' }));

  expect(words).toEqual([{ number: '+447700900123', word: 'start', at: later(60) }]);
  expect(messages.facts).toMatchObject([{ text: 'yes' }]);
});
