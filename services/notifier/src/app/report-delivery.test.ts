import { expect, it } from 'vitest';
import { request, succeed } from '../domain/delivery.ts';
import { anOrder, later, nine } from '../domain/testing.ts';
import { reportDeliveryHandler } from './report-delivery.ts';
import { inMemoryMessages } from './testing.ts';

const told = { messageId: 'm1', delivered: true, code: '', at: later(2) };

const scenario = async () => {
  const messages = inMemoryMessages();
  const asked = request(anOrder({ channel: 'sms', to: '+447700900123' }), 'm1', nine);
  await messages.add(asked);
  const send = () =>
    messages.save(succeed(asked.next, { at: nine, provider: 'twilio', outcome: 'sent', durationMs: 1 }, nine));
  const bounces: unknown[] = [];
  const report = reportDeliveryHandler({ messages, noteBounce: async (bounce) => void bounces.push(bounce) });
  return { messages, send, report, bounces };
};

it('tells that a message arrived', async () => {
  const { messages, send, report } = await scenario();
  await send();

  await report(told);
  await report(told);

  expect(messages.facts.map(({ type }) => type)).toEqual(['message-sent', 'message-delivered']);
});

it('tells that it never will', async () => {
  const { messages, send, report } = await scenario();
  await send();

  await report({ ...told, delivered: false, code: '30003' });

  expect(messages.facts.at(-1)).toMatchObject({ type: 'message-failed', reason: expect.stringContaining('30003') });
});

it('says of the address what the network said of it', async () => {
  const { bounces, send, report } = await scenario();
  await send();

  await report({ ...told, delivered: false, code: '30005' });
  await report(told);

  expect(bounces).toEqual([{ channel: 'sms', to: '+447700900123', code: '30005', at: told.at }]);
});

it('waits until our own note of the sending is stored', async () => {
  const { send, report, messages } = await scenario();

  await expect(report(told)).rejects.toMatchObject({ kind: 'stale', code: 'notifier.not_sent_yet' });
  await send();
  await report(told);

  expect(await messages.find('m1')).toMatchObject({ deliveredAt: later(2) });
});

it('drops what is said of a message that is not ours', async () => {
  const { report, messages } = await scenario();

  await report({ ...told, messageId: 'forged' });

  expect(messages.facts).toEqual([]);
});
