import { systemClock } from '@guildhall/kernel';
import { describe, expect, it } from 'vitest';
import { SandboxClock } from '../clock/sandbox-clock.ts';
import { FaultBoard } from '../faults/fault-board.ts';
import type { Message } from '../messages/message.ts';
import type { MessageStore } from '../messages/message-store.ts';
import { PageQuery, viewOf } from './view.ts';

const message = (id: number, more: Partial<Message> = {}): Message => ({
  id: String(id).padStart(26, '0'),
  at: '2030-01-01T00:00:00.000Z',
  channel: 'sms',
  to: '+1',
  text: `text ${id}`,
  raw: {},
  ...more,
});

function view(messages: Message[], query: object = {}) {
  const store = {
    list: (channel?: string) => messages.filter((each) => channel === undefined || each.channel === channel),
    find: (id: string) => messages.find((each) => each.id === id),
    count: (channel: string) => messages.filter((each) => each.channel === channel).length,
  } as unknown as MessageStore;
  const sources = { store, clock: new SandboxClock(systemClock), faults: new FaultBoard(systemClock) };
  return viewOf(sources, PageQuery.parse(query));
}

describe('the view', () => {
  it('lists the newest first, at most a hundred, and says how many there are', () => {
    const { listed, found } = view(Array.from({ length: 120 }, (_, index) => message(index)));
    expect([listed.length, listed[0]?.text, found]).toEqual([100, 'text 119', 120]);
  });

  it('shows the newest unless one is picked', () => {
    const messages = [message(1), message(2)];
    expect(view(messages).shown?.text).toBe('text 2');
    expect(view(messages, { m: message(1).id }).shown?.text).toBe('text 1');
  });

  it('shows the newest when the picked one is gone', () => {
    expect(view([message(1)], { m: 'gone' }).shown?.text).toBe('text 1');
  });

  it('counts every channel, whichever is listed', () => {
    const messages = [message(1), message(2, { channel: 'slack', to: '#north' })];
    expect(view(messages, { channel: 'slack' }).counts).toEqual({ email: 0, sms: 1, slack: 1, push: 0 });
  });

  it('has the neighbours of a Slack message, and of nothing else', () => {
    const messages = [
      message(1, { channel: 'slack', to: '#north', raw: { ts: '1' } }),
      message(2, { channel: 'slack', to: '#quay', raw: { ts: '2' } }),
      message(3, { channel: 'slack', to: '#North', raw: { ts: '3' } }),
    ];
    expect(view(messages).conversation.map(({ raw }) => raw.ts)).toEqual(['1', '3']);
    expect(view([message(1)]).conversation).toEqual([]);
  });
});
