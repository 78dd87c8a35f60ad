import { expect, it } from 'vitest';
import type { Message } from './message.ts';
import { type Read, Unread } from './unread.ts';

const mail = (source: string): Message => ({
  id: source,
  at: '',
  channel: 'email',
  to: 'a',
  text: '',
  raw: { source },
});
const loud: Read = async ({ raw }) => ({ text: String(raw.source).toUpperCase() });

it('a mail is read when somebody asks', async () => {
  const unread = new Unread(loud, 10);
  const one = mail('one');
  unread.add(one);
  expect(one.text).toBe('');
  await unread.readAll();
  expect(one.text).toBe('ONE');
});

it('messages that say themselves what they say are left alone', async () => {
  const unread = new Unread(loud, 10);
  const text: Message = { ...mail('one'), channel: 'sms', text: 'quiet' };
  unread.add(text);
  await unread.readAll();
  expect(text.text).toBe('quiet');
});

it('unread mails do not pile up', async () => {
  const read: string[] = [];
  const unread = new Unread(async ({ id }) => {
    read.push(id);
    return {};
  }, 1);
  const all = ['one', 'two'].map(mail);
  for (const one of all) unread.add(one);
  await unread.readAll();
  expect(read).toEqual(['one', 'two']);
});
