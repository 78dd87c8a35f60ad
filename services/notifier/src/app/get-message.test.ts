import { expect, it } from 'vitest';
import { request } from '../domain/delivery.ts';
import { anOrder, nine } from '../domain/testing.ts';
import { getMessageHandler } from './get-message.ts';
import { inMemoryMessages } from './testing.ts';

it('finds a message, and refuses an id that nobody has', async () => {
  const messages = inMemoryMessages();
  const decided = request(anOrder(), 'm1', nine);
  await messages.add(decided);
  const get = getMessageHandler({ messages });

  expect(await get('m1')).toEqual(decided.next);
  await expect(get('m2')).rejects.toMatchObject({ kind: 'not-found', code: 'notifier.message_not_found' });
});
