import { describe, expect, it } from 'vitest';
import { claim, fail, succeed } from './delivery.ts';
import { dissolve, drop, follow, gather, hold, holdOn, lookAgain, refuse, release } from './holding.ts';
import type { Message } from './message.ts';
import { anOrder, later, nine } from './testing.ts';

const held = (change = {}, digestId?: string): Message =>
  hold(anOrder(change), 'm1', nine, later(3_600), 'quiet_hours', digestId).next;
const tried = { at: nine, provider: 'smtp', outcome: 'sent', durationMs: 1 } as const;
const aDigest = (): Message =>
  claim(gather(hold(anOrder(), 'd1', nine, later(60), 'digest').next, ['m1', 'm2']), nine).next;

describe('a message that waits', () => {
  it('is due when it is released, and remembers what it waits for', () => {
    expect(held()).toMatchObject({
      status: 'held',
      heldFor: 'quiet_hours',
      dueAt: later(3_600),
      holds: [{ at: nine, until: later(3_600), why: 'quiet_hours' }],
    });
  });

  it('is due when it expires, where that is earlier', () => {
    expect(held({ expiresAt: later(60) }).dueAt).toEqual(later(60));
  });

  it('that came too late does not begin to wait', () => {
    const { next, facts } = hold(anOrder({ expiresAt: nine }), 'm1', nine, later(60), 'digest');
    expect(next.status).toBe('expired');
    expect(facts).toHaveLength(1);
  });

  it('may wait for the next thing, the latest ten of which are kept', () => {
    let message = held();
    for (let n = 0; n < 12; n += 1) message = holdOn(message, later(n), later(n + 60), 'throttle').next;
    expect(message).toMatchObject({ version: 13, heldFor: 'throttle', dueAt: later(71) });
    expect(message.holds).toHaveLength(10);
  });

  it('is released with all its tries before it', () => {
    const week = later(7 * 24 * 3_600);
    const sending = claim(release(held(), week), week).next;
    expect(sending).toMatchObject({ status: 'sending', releasedAt: week });
    expect(sending).not.toHaveProperty('heldFor');
    const failure = { permanent: false, attempted: true, reason: 'down' };
    expect(fail(sending, { ...tried, outcome: 'failed' }, failure, week, 0.5).next.status).toBe('requested');
  });

  it('fails with the reason when the rules say no in the end', () => {
    const { next, facts } = drop(held(), 'Not sent.', later(9));
    expect(next).toMatchObject({ status: 'failed', reason: 'Not sent.', endedAt: later(9) });
    expect(facts).toMatchObject([{ type: 'message-failed', reason: 'Not sent.' }]);
  });
});

it('is refused as a whole message with its fact', () => {
  const { next, facts } = refuse(anOrder(), 'm1', 'Not sent.', nine);
  expect(next).toMatchObject({ id: 'm1', version: 1, status: 'failed', attempts: [] });
  expect(facts).toHaveLength(1);
});

describe('a message that waits for a digest', () => {
  it('looks a minute after the digest closed, and again as long as that is open', () => {
    const member = held({}, 'd1');
    expect(member.dueAt).toEqual(later(3_660));
    expect(lookAgain(member, { ...aDigest(), dueAt: later(9_000) }, later(3_660)).next.dueAt).toEqual(later(9_060));
    expect(lookAgain(member, aDigest(), later(3_660)).next.dueAt).toEqual(later(3_720));
  });

  it('is sent when the digest was, and says so under its own reference', () => {
    const digest = succeed(aDigest(), tried, later(61)).next;
    const followed = follow(held({ reference: 'mine' }, 'd1'), digest, later(120));
    expect(followed?.next).toMatchObject({ status: 'sent', sentAt: later(61), digestId: 'd1' });
    expect(followed?.facts).toMatchObject([{ type: 'message-sent', message: { reference: 'mine' } }]);
  });

  it('fails when the digest failed', () => {
    const failure = { permanent: true, attempted: true, reason: 'refused' };
    const digest = fail(aDigest(), { ...tried, outcome: 'refused' }, failure, later(61), 0).next;
    expect(follow(held({}, 'd1'), digest, later(120))?.next).toMatchObject({ status: 'failed', reason: 'refused' });
  });

  it('has nothing to do with a digest that closed without it', () => {
    const digest = succeed({ ...aDigest(), gathers: ['m2'] }, tried, later(61)).next;
    expect(follow(held({}, 'd1'), digest, later(120))).toBeUndefined();
  });
});

it('is called off as a digest that has nothing to gather, and tells nobody', () => {
  const { next, facts } = dissolve(hold(anOrder(), 'd1', nine, later(60), 'digest').next, later(60));
  expect(next).toMatchObject({ status: 'cancelled', endedAt: later(60) });
  expect(facts).toEqual([]);
});
