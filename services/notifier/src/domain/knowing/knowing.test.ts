import { describe, expect, it } from 'vitest';
import { answer, bounce, deliver, markRead } from '../aftermath.ts';
import { fail, request, succeed } from '../delivery.ts';
import type { Attempt, Message } from '../message.ts';
import { anOrder, later, nine } from '../testing.ts';
import { shownState } from './shown-state.ts';
import { deliveryRate, gathered, type Group } from './statistics.ts';
import { timelineOf } from './timeline.ts';

const attempt = (at: Date, outcome: Attempt['outcome'] = 'sent'): Attempt => ({
  at,
  provider: 'twilio',
  outcome,
  durationMs: 5,
  ...(outcome === 'sent' ? { providerMessageId: 'SM1' } : { reason: 'busy' }),
});
const asked = (): Message => request(anOrder({ channel: 'sms', to: '+447700900123' }), 'm1', nine).next;
const busy = { permanent: false, attempted: true, reason: 'busy' };
const sent = (): Message => {
  const failed = fail(asked(), attempt(later(1), 'failed'), busy, later(1), 0.5).next;
  return succeed(failed, attempt(later(9)), later(9)).next;
};
const kinds = (message: Message) => timelineOf(message).map(({ kind }) => kind);

describe('what is shown of a message', () => {
  it('goes on from sent to delivered to read', () => {
    const delivered = deliver(sent(), later(20))!.next;

    expect([sent(), delivered, markRead(delivered, later(30))!.next].map(shownState)).toEqual([
      'sent',
      'delivered',
      'read',
    ]);
  });

  it('is failed when the network gave it up, whatever was said before', () => {
    expect(shownState(bounce(sent(), '30003', later(20))!.next)).toBe('failed');
  });
});

describe('the timeline of a message', () => {
  it('has every attempt, callback and answer in the order of time', () => {
    const delivered = deliver(sent(), later(20))!.next;
    const answered = answer(delivered, { id: 'SM2', text: 'Safe', at: later(40) })!.next;

    expect(kinds(answered)).toEqual(['requested', 'attempt', 'attempt', 'sent', 'delivered', 'answered']);
    expect(timelineOf(answered)[2]).toMatchObject({ attempt: { provider: 'twilio', providerMessageId: 'SM1' } });
  });

  it('says what it waited for', () => {
    const held = { ...asked(), holds: [{ at: nine, until: later(3_600), why: 'quiet_hours' }] } as const;

    expect(timelineOf(held)[1]).toEqual({ kind: 'held', at: nine, until: later(3_600), why: 'quiet_hours' });
  });

  it('says when it is tried again, and only while it is', () => {
    const failed = fail(asked(), attempt(later(1), 'failed'), busy, later(1), 0.5).next;

    expect(kinds(failed).at(-1)).toBe('next_attempt');
    expect(kinds(sent())).not.toContain('next_attempt');
  });

  it('ends with why it failed', () => {
    const refused = fail(asked(), attempt(later(1), 'refused'), { ...busy, permanent: true }, later(2), 0).next;

    expect(timelineOf(refused).at(-1)).toEqual({ kind: 'failed', at: later(2), reason: 'busy' });
  });

  it('tells of a callback that came after it was sent, and of the end it made', () => {
    const bounced = bounce(sent(), '30003', later(20))!.next;

    expect(timelineOf(bounced).slice(-2)).toEqual([
      { kind: 'undelivered', at: later(20), reason: '30003' },
      { kind: 'failed', at: later(20), reason: expect.stringContaining('30003') },
    ]);
  });

  it('has an end also for a message of before ends had a time', () => {
    const { endedAt: _none, ...old } = fail(
      asked(),
      attempt(later(1), 'refused'),
      { ...busy, permanent: true },
      later(2),
      0,
    ).next;

    expect(timelineOf(old).at(-1)).toMatchObject({ kind: 'failed', at: later(1) });
  });
});

describe('the delivery rate', () => {
  const none = {
    requested: 5,
    held: 2,
    sending: 1,
    sent: 0,
    delivered: 0,
    read: 0,
    failed: 0,
    expired: 0,
    cancelled: 4,
  };

  it('leaves out what is under way, and what was cancelled', () => {
    expect(deliveryRate({ ...none, sent: 5, delivered: 2, read: 1, failed: 1, expired: 1 })).toBe(0.8);
  });

  it('is not known before anything has ended', () => {
    expect(deliveryRate(none)).toBeUndefined();
  });
});

describe('the statistics of groups', () => {
  const group = (change: Partial<Group>): Group => ({
    key: 'sms',
    day: '2026-03-02',
    status: 'sent',
    isDelivered: false,
    isRead: false,
    reason: '',
    count: 1,
    segments: 2,
    costMicros: 40_000,
    ...change,
  });
  const groups = [
    group({ count: 3, isDelivered: true }),
    group({ count: 2, isDelivered: true, isRead: true, day: '2026-03-01' }),
    group({ count: 1, status: 'failed', reason: 'Busy.' }),
    group({ count: 4, key: 'email', status: 'expired', reason: 'Late.' }),
    group({ count: 9, key: 'email' }),
  ];

  it('count each message once, under what is shown of it', () => {
    const { rows } = gathered(groups, new Map([['sms', { p50Ms: 5, p95Ms: 9 }]]));

    expect(rows.map(({ key, total }) => [key, total])).toEqual([
      ['email', 13],
      ['sms', 6],
    ]);
    expect(rows[1]).toMatchObject({ counts: { delivered: 3, read: 2, failed: 1, sent: 0 }, segments: 6 });
    expect(rows.map(({ latency }) => latency?.p95Ms)).toEqual([undefined, 9]);
  });

  it('have their days in order, and the most frequent reasons first', () => {
    const { days, reasons } = gathered(groups, new Map());

    expect(days).toEqual([
      { day: '2026-03-01', total: 2, sent: 2, failed: 0 },
      { day: '2026-03-02', total: 17, sent: 12, failed: 5 },
    ]);
    expect(reasons).toEqual([
      { reason: 'Late.', count: 4 },
      { reason: 'Busy.', count: 1 },
    ]);
  });
});
