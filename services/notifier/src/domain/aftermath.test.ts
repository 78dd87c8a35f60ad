import { describe, expect, it } from 'vitest';
import { answer, bounce, deliver, forget, mask } from './aftermath.ts';
import { fail, succeed } from './delivery.ts';
import type { Message } from './message.ts';
import { aMessage, later, nine } from './testing.ts';

const attempt = { at: nine, provider: 'twilio', outcome: 'sent' as const, durationMs: 1 };
const sent = (change: Parameters<typeof aMessage>[0] = {}): Message =>
  succeed(aMessage({ channel: 'sms', to: '+447700900123', personId: 'p1', contactId: 'c1', ...change }), attempt, nine)
    .next;

describe('a message that was sent', () => {
  it('is told as delivered, once', () => {
    const first = deliver(sent(), later(1));

    expect(first?.next).toMatchObject({ status: 'sent', deliveredAt: later(1), version: 3 });
    expect(first?.facts).toMatchObject([{ type: 'message-delivered', at: later(1) }]);
    expect(deliver(first!.next, later(2))).toBeUndefined();
  });

  it('is told as failed when the network gives it up', () => {
    const lost = bounce(sent(), '30005', later(1));

    expect(lost?.next).toMatchObject({ status: 'failed', reason: 'The network did not deliver it (30005).' });
    expect(lost?.facts).toMatchObject([{ type: 'message-failed' }]);
    expect(bounce(lost!.next, '30005', later(2))).toBeUndefined();
  });

  it('stays delivered whatever is said later', () => {
    expect(bounce(deliver(sent(), later(1))!.next, '', later(2))).toBeUndefined();
  });

  it('is not delivered when it failed before', () => {
    const failure = { permanent: true, attempted: true, reason: 'no' };
    const { next } = fail(aMessage(), { ...attempt, outcome: 'failed' }, failure, nine, 0);

    expect(deliver(next, later(1))).toBeUndefined();
  });
});

describe('a reply', () => {
  const reply = { id: 'SM1', text: '1 safe', at: later(5) };

  it('is told with its words, and remembered without them', () => {
    const { next, facts } = answer(sent(), reply)!;

    expect(facts).toMatchObject([{ type: 'message-answered', text: '1 safe', at: later(5) }]);
    expect(next.answers).toEqual([{ id: 'SM1', at: later(5) }]);
    expect(JSON.stringify(next)).not.toContain('safe');
  });

  it('is told once, however often the provider brings it', () => {
    expect(answer(answer(sent(), reply)!.next, { ...reply, at: later(9) })).toBeUndefined();
  });

  it('may be changed by another', () => {
    const second = answer(answer(sent(), reply)!.next, { id: 'SM2', text: '2 help', at: later(9) });

    expect(second?.facts).toMatchObject([{ text: '2 help' }]);
  });

  it('is not told any more after fifty: the document stays small', () => {
    let message = sent();
    for (let i = 0; i < 50; i += 1) message = answer(message, { ...reply, id: `SM${i}` })!.next;

    expect(answer(message, { ...reply, id: 'SM50' })).toBeUndefined();
  });
});

describe('a message that is forgotten', () => {
  const personal = { locale: 'fr', sealed: new Uint8Array([1]) };

  it('keeps what became of it and nothing of whom it was for', () => {
    const { next, facts } = mask(sent(personal));

    expect(next).toMatchObject({ status: 'sent', masked: true, to: '', variables: {}, attempts: [attempt] });
    for (const name of ['personId', 'contactId', 'sealed', 'locale', 'dueAt']) expect(next).not.toHaveProperty(name);
    expect(facts).toEqual([]);
  });

  it('is never sent when it was still to be', () => {
    const { next, facts } = forget(aMessage({ personId: 'p1', ...personal }), later(1));

    expect(next).toMatchObject({ status: 'expired', masked: true, to: '' });
    expect(next).not.toHaveProperty('dueAt');
    expect(facts).toMatchObject([{ type: 'message-failed', reason: 'The person was erased.' }]);
  });
});
