import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '@guildhall/kernel';
import type { Gateway, RetryReason, Told } from '../inbound/gateway.ts';
import { EventSender } from './event-sender.ts';

type Call = Readonly<{
  path: string;
  envelope: Record<string, unknown>;
  retry: number;
  reason: RetryReason | undefined;
}>;

const now = new Date('2026-11-20T10:00:00Z');
const ok: Told = { status: 200, text: '', isFinal: false };
const broken: Told = { status: 503, text: '', isFinal: false };

let calls: Call[];
let answers: (Told | Error)[];
let sender: EventSender;

const open = (waitsMs: readonly number[] = [0, 0, 0]): EventSender => {
  const slackEvent: Gateway['slackEvent'] = async (path, envelope, retry, reason) => {
    calls.push({ path, envelope: envelope as Call['envelope'], retry, reason });
    const answer = answers.shift() ?? ok;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const nothing = () => Promise.reject(new Error('not called'));
  const gateway: Gateway = { twilio: nothing, slack: nothing, slackEvent };
  return new EventSender({ gateway, clock: { now: () => now }, waitsMs });
};
const away = (name: string) =>
  new AppError('unavailable', 'sandbox.platform_away', 'away', { cause: Object.assign(new Error('x'), { name }) });
const stateOf = (index: number) => sender.tellings()[index]?.state;

beforeEach(() => {
  [calls, answers] = [[], []];
  sender = open();
});
afterEach(() => sender.close());

describe('an event of the workspace', () => {
  it('is told once when the platform takes it', async () => {
    sender.announce({ type: 'team_join', user: { id: 'U1' } });

    await vi.waitFor(() => expect(stateOf(0)).toBe('told'));
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({
      path: '/api/webhooks/slack/events',
      retry: 0,
      envelope: { type: 'event_callback', event: { type: 'team_join', user: { id: 'U1' } }, event_time: 1_795_168_800 },
    });
    expect(sender.tellings()[0]).toMatchObject({ eventId: calls[0]?.envelope['event_id'], tries: [200] });
  });

  it('is told three times more under the same id, with the reason', async () => {
    answers = [broken, away('TimeoutError'), away('TypeError'), broken];
    sender.announce({ type: 'user_change' });

    await vi.waitFor(() => expect(stateOf(0)).toBe('given-up'));
    expect(calls.map(({ retry, reason }) => [retry, reason])).toEqual([
      [0, 'http_error'],
      [1, 'http_error'],
      [2, 'http_timeout'],
      [3, 'connection_failed'],
    ]);
    expect(new Set(calls.map(({ envelope }) => envelope['event_id'])).size).toBe(1);
    expect(sender.tellings()[0]?.tries).toEqual([503, 'http_timeout', 'connection_failed', 503]);
  });

  it('is not told again to who does not want that', async () => {
    answers = [{ ...broken, isFinal: true }];
    sender.announce({ type: 'user_change' });

    await vi.waitFor(() => expect(stateOf(0)).toBe('given-up'));
    expect(calls).toHaveLength(1);
  });

  it('reaches the platform though thousands of others do', async () => {
    for (let index = 0; index < 2_000; index += 1) sender.announce({ type: 'member_joined_channel', index });

    await vi.waitFor(() => expect(calls).toHaveLength(2_000));
    expect(sender.tellings()).toHaveLength(500);
    expect(sender.tellings().at(-1)?.event).toMatchObject({ index: 1_999 });
  });

  it('waits for its turn, and is forgotten when the sandbox stops', async () => {
    sender = open([60_000]);
    answers = [broken];
    sender.announce({ type: 'user_change' });
    await vi.waitFor(() => expect(sender.tellings()[0]?.tries).toEqual([503]));

    sender.close();
    sender.announce({ type: 'user_change' });

    expect([stateOf(0), calls.length]).toEqual(['waiting', 1]);
  });
});
