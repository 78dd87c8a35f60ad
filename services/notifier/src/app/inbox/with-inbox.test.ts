import { describe, expect, it } from 'vitest';
import { aMessage } from '../../domain/testing.ts';
import type { Content } from '../ports.ts';
import { inMemoryOutlets } from '../testing.ts';
import { type PutIntoInbox } from './put-into-inbox.ts';
import { withInbox } from './with-inbox.ts';

const message = aMessage({ channel: 'inbox', to: 'ada' });
const words: Content = { channel: 'inbox', title: 'Title', text: 'Text' };

const bring = async (put: PutIntoInbox, content: Content = words) => {
  const outlets = withInbox(inMemoryOutlets(), put);
  const turn = await outlets.turn(message, new AbortController().signal);
  return turn.send(message, { content, attachments: [] });
};

describe('the way into the inbox', () => {
  it('takes a message at once, under its own id', async () => {
    const taken: string[] = [];

    expect(await bring(async ({ id }) => void taken.push(id))).toMatchObject({
      outcome: 'sent',
      providerMessageId: message.id,
    });
    expect(taken).toEqual([message.id]);
  });

  it('is tried again when the store is away', async () => {
    const answer = await bring(() => Promise.reject(new Error('away')));

    expect(answer).toMatchObject({ outcome: 'failed', permanent: false, attempted: true });
  });

  it('takes no words that are for another channel', async () => {
    const answer = await bring(async () => undefined, { channel: 'sms', text: 'Hello' });

    expect(answer).toMatchObject({ outcome: 'failed', permanent: true });
  });

  it('leaves the other channels to their providers', async () => {
    const outlets = withInbox(inMemoryOutlets(), async () => undefined);
    const mail = aMessage({ channel: 'email', to: 'ada@example.org' });

    expect([outlets.providerOf(mail), outlets.providerOf(message)]).toEqual(['slack-webhook', 'inbox']);
    expect((await outlets.turn(mail, new AbortController().signal)).release).toEqual(expect.any(Function));
  });
});
