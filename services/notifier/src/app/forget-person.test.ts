import { expect, it } from 'vitest';
import { request, succeed } from '../domain/delivery.ts';
import { anOrder, nine } from '../domain/testing.ts';
import { forgetPersonHandler } from './forget-person.ts';
import { inMemoryMessages, inMemoryRecipients } from './testing.ts';

const scenario = async () => {
  const messages = inMemoryMessages();
  const recipients = inMemoryRecipients();
  await recipients.put({
    personId: 'p1',
    version: 3,
    contacts: [{ id: 'c1', channel: 'email', value: 'ada@example.org' }],
  });
  const asked = anOrder({ channel: 'email', to: 'ada@example.org' });
  await messages.add(request({ ...asked, personId: 'p1' }, 'to-person', nine));
  const code = request(asked, 'to-address', nine);
  await messages.add(code);
  await messages.save(succeed(code.next, { at: nine, provider: 'smtp', outcome: 'sent', durationMs: 1 }, nine));
  await messages.add(request({ ...asked, to: 'bob@example.org' }, 'to-other', nine));
  return { messages, recipients, forget: forgetPersonHandler({ messages, recipients, clock: { now: () => nine } }) };
};

it('leaves no address of an erased person, and stops what was on its way', async () => {
  const { messages, forget } = await scenario();

  await forget('p1');

  expect(messages.all().map(({ id, to, status }) => [id, to, status])).toEqual([
    ['to-person', '', 'expired'],
    ['to-address', '', 'sent'],
    ['to-other', 'bob@example.org', 'sending'],
  ]);
});

it('believes nothing that was said of the person before', async () => {
  const { recipients, forget } = await scenario();
  const before = await recipients.find('p1');

  await forget('p1');
  await recipients.put(before!);

  expect((await recipients.find('p1'))?.contacts).toEqual([]);
});

it('may be told twice', async () => {
  const { messages, forget } = await scenario();

  await forget('p1');
  const once = messages.all();
  await forget('p1');

  expect(messages.all()).toEqual(once);
});
