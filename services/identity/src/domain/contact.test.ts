import { describe, expect, it } from 'vitest';
import * as domain from './contact.ts';
import type { Contact } from './contact.ts';
import { limits } from './challenge.ts';

const start = new Date('2026-03-02T08:55:00Z');
const after = (milliseconds: number): Date => new Date(start.getTime() + milliseconds);
const fresh = domain.newContact('contact-1', 'email', 'ada@example.org', start);
const code = (challengeId: string) => ({ challengeId, code: '482913', codeHash: 'hash' });
const asked = domain.requestCode(fresh, code('c1'), start);
const challengeOf = (contact: Contact, id = 'c1') => contact.challenges.find((one) => one.id === id)!;

const failing = (contact: Contact, times: number, challengeId = 'c1'): Contact => {
  let current = contact;
  for (let time = 0; time < times; time += 1) current = domain.recordFailure(current, challengeId, after(1_000)).next;
  return current;
};

describe('asking for a code', () => {
  it('makes one that lives a quarter of an hour, and asks for it to be sent', () => {
    expect(asked.challenge).toMatchObject({ expiresAt: after(15 * 60_000), attempts: 0, delivery: 'pending' });
    expect(asked.facts).toEqual([expect.objectContaining({ type: 'code-requested', code: '482913' })]);
    expect(asked.next.version).toBe(1);
  });

  it('keeps the code itself nowhere in the contact', () => {
    expect(JSON.stringify(asked.next)).not.toContain('482913');
  });

  it('ends the earlier code of the same contact', () => {
    const { next } = domain.requestCode(asked.next, code('c2'), after(30_000));

    expect(() => domain.assertTriable(next, challengeOf(next, 'c1'), after(30_000))).toThrow(
      expect.objectContaining({ kind: 'gone', code: 'identity.challenge_expired' }),
    );
    expect(() => domain.assertTriable(next, challengeOf(next, 'c2'), after(30_000))).not.toThrow();
  });

  it('refuses a second one within half a minute, and says when', () => {
    expect(() => domain.requestCode(asked.next, code('c2'), after(10_000))).toThrow(
      expect.objectContaining({ kind: 'rate-limited', code: 'identity.too_many_challenges', retryAfterSeconds: 20 }),
    );
  });

  it('refuses a sixth one within the hour', () => {
    let contact = fresh;
    for (let time = 0; time < 5; time += 1) {
      contact = domain.requestCode(contact, code(`c${time}`), after(time * 60_000)).next;
    }
    expect(() => domain.requestCode(contact, code('c5'), after(300_000))).toThrow(
      expect.objectContaining({ code: 'identity.too_many_challenges', retryAfterSeconds: 3_300 }),
    );
  });

  it('forgets challenges after an hour', () => {
    const { next } = domain.requestCode(asked.next, code('c2'), after(limits.windowMs));
    expect(next.challenges.map(({ id }) => id)).toEqual(['c2']);
  });
});

describe('trying a code', () => {
  it('counts what went wrong, and leaves five tries to a challenge', () => {
    const contact = failing(asked.next, 4);
    expect(domain.triesLeft(contact, 'c1')).toBe(1);
    expect(() => domain.assertTriable(contact, challengeOf(contact), after(2_000))).not.toThrow();

    const spent = failing(contact, 1);
    expect(() => domain.assertTriable(spent, challengeOf(spent), after(2_000))).toThrow(
      expect.objectContaining({ kind: 'locked', code: 'identity.challenge_locked', retryAfterSeconds: 28 }),
    );
  });

  it('locks the contact for a quarter of an hour at the tenth failure within an hour', () => {
    const second = domain.requestCode(failing(asked.next, 5), code('c2'), after(30_000)).next;
    const ninth = failing(second, 4, 'c2');
    expect(ninth.lockedUntil).toBeUndefined();

    const { next, facts } = domain.recordFailure(ninth, 'c2', after(60_000));

    const until = after(60_000 + limits.lockMs);
    expect(facts).toEqual([expect.objectContaining({ type: 'contact-locked', until })]);
    expect(() => domain.requestCode(next, code('c3'), after(90_000))).toThrow(
      expect.objectContaining({ code: 'identity.challenge_locked', retryAfterSeconds: 870 }),
    );
    expect(() => domain.requestCode(next, code('c3'), until)).not.toThrow();
  });

  it('forgets failures that are an hour old', () => {
    const contact = { ...asked.next, failures: Array.from({ length: 9 }, () => start) };
    expect(domain.recordFailure(contact, 'c1', after(limits.windowMs)).facts).toEqual([]);
  });
});

describe('a right code', () => {
  it('is used up by the session whose id was settled with it', () => {
    const next = domain.consumeForSession({ ...asked.next, personId: 'ada' }, 'c1', 'session-1', after(5_000));

    expect(challengeOf(next).end).toEqual({ how: 'consumed', at: after(5_000), sessionId: 'session-1' });
    expect(next).toMatchObject({
      verifiedAt: after(5_000),
      lastUsedAt: after(5_000),
      ownedAt: after(5_000),
      failures: [],
    });
  });

  it('leads to a registration of ten minutes when nobody is there', () => {
    const wanted = { personId: 'ada', tokenHash: 'hash', sessionId: 'session-1' };
    const next = domain.consumeForRegistration(asked.next, 'c1', wanted, after(5_000));

    expect(next.registration).toEqual({ tokenHash: 'hash', sessionId: 'session-1', expiresAt: after(605_000) });
    expect(next).toMatchObject({ personId: 'ada', verifiedAt: after(5_000) });
    expect(next.ownedAt).toBeUndefined();
  });
});

describe('claiming a contact', () => {
  const registering = domain.consumeForRegistration(
    asked.next,
    'c1',
    { personId: 'ada', tokenHash: 'hash', sessionId: 's' },
    start,
  );

  it('keeps the registration of the same person, whose retry still needs it', () => {
    expect(domain.claim(registering, 'ada', start).registration).toBeDefined();
  });

  it('voids the registration of anybody else', () => {
    expect(domain.claim(registering, 'bob', start)).not.toHaveProperty('registration');
  });
});

describe('forgetting a contact', () => {
  it('is due a day after its last code while nobody owns it', () => {
    const { next } = domain.requestCode(asked.next, code('c2'), after(60_000));
    expect(domain.forgetAt(next)).toEqual(after(60_000 + 24 * 3_600_000));
  });

  it('never happens to one that is owned', () => {
    expect(domain.forgetAt(domain.claim(fresh, 'ada', start))).toBeUndefined();
  });
});

describe('delivery reports', () => {
  it('are noted once', () => {
    const sent = domain.recordDelivery(asked.next, 'c1', 'sent');
    expect(challengeOf(sent!).delivery).toBe('sent');
    expect(domain.recordDelivery(sent!, 'c1', 'failed')).toBeUndefined();
  });

  it('about other challenges change nothing', () => {
    expect(domain.recordDelivery(asked.next, 'other', 'sent')).toBeUndefined();
  });
});
