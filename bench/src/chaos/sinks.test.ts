import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { noticeKey, repeats, Sinks } from './sinks.ts';

/** A sandbox that has these messages, each with a number as its id. */
async function sandbox(messages: readonly Readonly<Record<string, unknown>>[]): Promise<string> {
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '', 'http://sandbox').searchParams;
    const found = messages.filter(
      ({ channel, id }) => channel === query.get('channel') && Number(id) > Number(query.get('since') ?? 0),
    );
    response.end(JSON.stringify({ messages: found }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const post = (id: number, text: string) => ({ id: String(id), channel: 'slack', to: '#north', text, raw: {} });
const mail = (id: number, messageId: string) => ({
  id: String(id),
  channel: 'email',
  to: 'ada@example.org',
  text: '',
  raw: { messageId },
});

it('a notice is known by its site, its direction and its name', async () => {
  const sinks = new Sinks(await sandbox([post(1, 'Ada Chaos signed in · 3 people in')]));
  await sinks.read();
  expect([...sinks.notices.keys()]).toEqual([
    noticeKey({ siteId: 'north', direction: 'in', displayName: 'Ada Chaos' }),
  ]);
});

it('what was read is not counted again', async () => {
  const sinks = new Sinks(await sandbox([post(1, 'Ada Chaos signed out · 0 people in'), mail(2, '<1@x>')]));
  await sinks.read();
  await sinks.read();
  expect(repeats(sinks.notices) + repeats(sinks.mails)).toBe(0);
});

it('deliveries beyond the first are repeats', async () => {
  const text = 'Ada Chaos signed in · 3 people in';
  const sinks = new Sinks(
    await sandbox([post(1, text), post(2, text), post(3, text), mail(4, '<1@x>'), mail(5, '<2@x>')]),
  );
  await sinks.read();
  expect([repeats(sinks.notices), repeats(sinks.mails)]).toEqual([2, 0]);
  expect([...sinks.mailed]).toEqual(['ada@example.org']);
});
