import { describe, expect, it } from 'vitest';
import { isOpen, removableAt, revokeSession, sessionLifeMs, startSession, touchSession } from './session.ts';

const at = new Date('2026-03-02T08:55:00Z');
const after = (milliseconds: number): Date => new Date(at.getTime() + milliseconds);
const yearMs = sessionLifeMs(365);
const { next: session, facts } = startSession({ id: 's', personId: 'ada', tokenHash: 'h', device: 'curl' }, yearMs, at);

it('a session opens for a year and is told of', () => {
  expect(session).toMatchObject({ version: 1, createdAt: at, expiresAt: after(yearMs) });
  expect(facts).toEqual([{ type: 'login-succeeded', session, at }]);
});

it('ends at the moment of expiresAt', () => {
  expect([isOpen(session, after(yearMs - 1)), isOpen(session, after(yearMs))]).toEqual([true, false]);
});

describe('revokeSession', () => {
  it('ends it and tells of it', () => {
    const revoked = revokeSession(session, after(1))!;
    expect(isOpen(revoked.next, after(1))).toBe(false);
    expect(revoked.facts).toEqual([{ type: 'session-revoked', session: revoked.next, at: after(1) }]);
  });

  it('does nothing to one that has ended', () => {
    const { next } = revokeSession(session, after(1))!;
    expect(revokeSession(next, after(2))).toBeUndefined();
    expect(revokeSession(session, after(yearMs))).toBeUndefined();
  });
});

describe('touchSession', () => {
  it('slides the end by use, once an hour at most', () => {
    expect(touchSession(session, yearMs, after(3_599_999))).toBeUndefined();
    expect(touchSession(session, yearMs, after(3_600_000))).toMatchObject({
      lastSeenAt: after(3_600_000),
      expiresAt: after(3_600_000 + yearMs),
      version: 2,
    });
  });
});

it('is kept for two days after its end', () => {
  expect(removableAt(session)).toEqual(after(yearMs + 2 * 86_400_000));
  expect(removableAt({ ...session, revokedAt: after(5) })).toEqual(after(5 + 2 * 86_400_000));
});
