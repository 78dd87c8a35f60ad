import { describe, expect, it } from 'vitest';
import { type CallDelivery, callReference, callStateOf, readReference, sentTimes } from './delivery.ts';
import { secondsIn } from './testing.ts';

const call: CallDelivery = { messageId: 'm', entryId: 'i1-ada', turn: 0, channel: 'sms', contactId: 'c' };

describe('what became of a message', () => {
  it.each([
    ['asked', {}],
    ['sent', { sentAt: secondsIn(1) }],
    ['failed', { sentAt: secondsIn(1), failedAt: secondsIn(2) }],
    ['delivered', { sentAt: secondsIn(1), failedAt: secondsIn(2), deliveredAt: secondsIn(3) }],
    ['answered', { answeredAt: secondsIn(9), deliveredAt: secondsIn(3) }],
  ])('%s', (state, times) => expect(callStateOf({ ...call, ...times }).state).toBe(state));

  it('has a first and a last time', () => {
    const times = [3, 1, 2].map((seconds) => ({ ...call, sentAt: secondsIn(seconds) }));
    expect(sentTimes([...times, call])).toEqual({ first: secondsIn(1), last: secondsIn(3) });
    expect(sentTimes([call])).toEqual({});
  });
});

describe('the reference of a call', () => {
  it('leads back to the entry and the turn', () => {
    expect(readReference(callReference('01ABC-ada-lovelace', 3))).toEqual({ entryId: '01ABC-ada-lovelace', turn: 3 });
  });

  it.each(['', 'snapshot:vw', 'roll-call:1:', 'roll-call:x:i1-ada', '01ABC'])('is not %j', (reference) => {
    expect(readReference(reference)).toBeUndefined();
  });
});
