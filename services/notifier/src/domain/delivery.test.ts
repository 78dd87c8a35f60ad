import { describe, expect, it } from 'vitest';
import { claim, CLAIM_MS, expire, fail, isHeld, postpone, request, succeed } from './delivery.ts';
import type { Attempt } from './message.ts';
import { aMessage, anOrder, later, nine } from './testing.ts';

const attempt: Attempt = { at: nine, provider: 'slack-webhook', outcome: 'sent', durationMs: 12 };
const failed: Attempt = { ...attempt, outcome: 'failed', reason: 'Slack is failing (500).' };
const outage = { permanent: false, attempted: true, reason: 'Slack is failing (500).' };

describe('asking for a message', () => {
  it('claims it at once for the process that stores it', () => {
    const { next, facts } = request(anOrder(), 'm1', nine);

    expect(next).toMatchObject({ id: 'm1', version: 1, status: 'sending', requestedAt: nine, attempts: [] });
    expect(isHeld(next, nine)).toBe(true);
    expect(facts).toEqual([]);
  });

  it('leaves it for later where the provider has no room now', () => {
    expect(request(anOrder(), 'm1', nine, 9_000).next).toMatchObject({ status: 'requested', dueAt: later(9) });
  });

  it('never sends one that came too late, and says so', () => {
    const { next, facts } = request(anOrder({ expiresAt: nine }), 'm1', nine);

    expect(next.status).toBe('expired');
    expect(next.dueAt).toEqual(later(30 * 86_400));
    expect(facts).toEqual([expect.objectContaining({ type: 'message-failed', reason: next.reason })]);
  });
});

describe('a claim', () => {
  it('holds only while there is time for a whole call', () => {
    expect(isHeld(aMessage(), later(4))).toBe(true);
    expect(isHeld(aMessage(), later(5))).toBe(false);
  });

  it('is renewed as a new version, so that two claims cannot both be stored', () => {
    const { next } = claim(aMessage(), later(60));

    expect(next).toMatchObject({ version: 2, status: 'sending', dueAt: later(60 + CLAIM_MS / 1_000) });
  });

  it('is none on a message that waits for its next try', () => {
    expect(isHeld(postpone(aMessage(), nine, 60_000).next, nine)).toBe(false);
  });
});

describe('a message that was sent', () => {
  const { next, facts } = succeed(aMessage({ sealed: new Uint8Array(3) }), attempt, later(1));

  it('keeps the attempt and the time, and is due when it is to be forgotten', () => {
    expect(next).toMatchObject({ status: 'sent', sentAt: later(1), attempts: [attempt], version: 2 });
    expect(next.dueAt).toEqual(later(1 + 30 * 86_400));
  });

  it('forgets its secrets', () => {
    expect(next).not.toHaveProperty('sealed');
  });

  it('is told as a fact', () => {
    expect(facts).toEqual([{ type: 'message-sent', message: next, at: later(1) }]);
  });
});

describe('a message that was not taken', () => {
  it('is tried again, first within two seconds', () => {
    const { next, facts } = fail(aMessage(), failed, outage, nine, 0.5);

    expect(next).toMatchObject({ status: 'requested', dueAt: later(1), attempts: [failed] });
    expect(facts).toEqual([]);
  });

  it('keeps its secrets for the next try', () => {
    const message = aMessage({ sealed: new Uint8Array(3) });

    expect(fail(message, failed, outage, nine, 0.5).next.sealed).toEqual(message.sealed);
  });

  it('is not tried before the provider allows it', () => {
    const { next } = fail(aMessage(), failed, { ...outage, retryAfterSeconds: 30 }, nine, 0);

    expect(next.dueAt).toEqual(later(30));
  });

  it('ends at once, with the reason, when it can never be taken', () => {
    const reason = 'Slack refused the message (404, no_service).';
    const { next, facts } = fail(aMessage(), failed, { permanent: true, attempted: true, reason }, nine, 0);

    expect(next).toMatchObject({ status: 'failed', reason });
    expect(facts).toEqual([{ type: 'message-failed', message: next, reason, at: nine }]);
  });

  it('uses up no try when the provider was not called', () => {
    const rested = { ...outage, attempted: false, retryAfterSeconds: 5 };

    expect(fail(aMessage(), failed, rested, nine, 0).next).toMatchObject({ attempts: [], dueAt: later(5) });
  });

  it('ends as expired when the next try would be too late', () => {
    const message = aMessage({ expiresAt: later(10) });
    const { next, facts } = fail(message, failed, { ...outage, retryAfterSeconds: 10 }, nine, 0);

    expect(next.status).toBe('expired');
    expect(facts).toHaveLength(1);
  });

  it('is given up after twelve tries', () => {
    let message = aMessage();
    for (let tries = 1; tries < 12; tries += 1) {
      message = fail(message, failed, outage, nine, 0).next;
      expect(message.status).toBe('requested');
    }
    const { next, facts } = fail(message, failed, outage, nine, 0);

    expect(next).toMatchObject({ status: 'failed', reason: 'Given up after 12 tries. Slack is failing (500).' });
    expect(facts).toHaveLength(1);
  });
});

describe('a message that expired', () => {
  it('is told as failed, and has nothing left to send', () => {
    const { next, facts } = expire(aMessage({ sealed: new Uint8Array(3) }), later(900));

    expect(next).toMatchObject({ status: 'expired', version: 2 });
    expect(next).not.toHaveProperty('sealed');
    expect(facts).toHaveLength(1);
  });
});
