import { describe, expect, it } from 'vitest';
import { cancel } from './cancelling.ts';
import { expire, postpone } from './delivery.ts';
import type { Message } from './message.ts';
import { aMessage, later, nine } from './testing.ts';

const waiting = postpone(aMessage(), nine, 60_000).next;
const held: Message = { ...waiting, status: 'held', heldFor: 'schedule', sealed: new Uint8Array(3) };

describe('cancelling a message', () => {
  it.each([
    ['requested', waiting],
    ['held', held],
  ])('stops one that is %s, and says so once', (_status, message) => {
    const outcome = cancel(message, later(5));

    expect(outcome?.next).toMatchObject({ status: 'cancelled', reason: 'cancelled', version: message.version + 1 });
    expect(outcome?.next).not.toHaveProperty('sealed');
    expect(outcome?.next).not.toHaveProperty('heldFor');
    expect(outcome?.facts).toMatchObject([{ type: 'message-failed', reason: 'cancelled', at: later(5) }]);
    expect(outcome && cancel(outcome.next, later(6))).toBeUndefined();
  });

  it('forgets it thirty days later, as any other that has come to its end', () => {
    expect(cancel(waiting, nine)?.next.dueAt).toEqual(later(30 * 86_400));
  });

  it('is refused while it is being sent', () => {
    expect(() => cancel(aMessage(), nine)).toThrow(expect.objectContaining({ code: 'notifier.message_sending' }));
  });

  it('is refused when it has come to its end', () => {
    expect(() => cancel(expire(waiting, nine).next, nine)).toThrow(
      expect.objectContaining({ kind: 'conflict', code: 'notifier.message_settled' }),
    );
  });
});
