import { describe, expect, it } from 'vitest';
import {
  boundedLife,
  cookieSeconds,
  isFresh,
  isOpen,
  removableAt,
  revokeSession,
  slidingLife,
  startSession,
  touchSession,
} from './session.ts';

const at = new Date('2026-03-02T08:55:00Z');
const after = (milliseconds: number): Date => new Date(at.getTime() + milliseconds);
const hour = 3_600_000;
const yearMs = 365 * 24 * hour;
const [device, account] = [slidingLife(365), boundedLife(12, 7)];
const lives = { code: device, token: device, passkey: device, service: device, password: account };
const start = (way: keyof typeof lives) =>
  startSession({ id: 's', personId: 'ada', tokenHash: 'h', device: 'curl', way }, lives[way], at);
const { next: session, facts } = start('code');

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
    expect(touchSession(session, lives, after(3_599_999))).toBeUndefined();
    expect(touchSession(session, lives, after(3_600_000))).toMatchObject({
      lastSeenAt: after(3_600_000),
      expiresAt: after(3_600_000 + yearMs),
      version: 2,
    });
  });
});

describe('a session that began with a password', () => {
  const { next: known } = start('password');
  /** Used once an hour from its beginning until then. */
  const usedFor = (hours: number) =>
    Array.from({ length: hours }, (_, index) => after((index + 1) * hour)).reduce(
      (current, moment) => touchSession(current, lives, moment) ?? current,
      known,
    );

  it('ends after twelve hours without use', () => {
    expect(known.expiresAt).toEqual(after(12 * hour));
    expect(usedFor(3).expiresAt).toEqual(after(15 * hour));
  });

  it('ends seven days after its beginning, however much it is used', () => {
    expect(usedFor(160).expiresAt).toEqual(after(7 * 24 * hour));
  });

  it('is kept by the browser for those seven days, and one of a code for the year', () => {
    expect([cookieSeconds(account), cookieSeconds(device)]).toEqual([604_800, 31_536_000]);
  });
});

it('is fresh for a quarter of an hour after the person proved who they are', () => {
  expect([isFresh(session, after(900_000)), isFresh(session, after(900_001))]).toEqual([true, false]);
  expect(isFresh({ ...session, authenticatedAt: after(hour) }, after(hour + 900_000))).toBe(true);
});

it('without that knowledge, as they were kept once, counts from its beginning and slides as a code does', () => {
  const { authenticatedAt: _proved, way: _way, ...old } = session;
  expect([isFresh(old, after(900_000)), isFresh(old, after(900_001))]).toEqual([true, false]);
  expect(touchSession(old, lives, after(hour))?.expiresAt).toEqual(after(hour + yearMs));
});

it('is kept for two days after its end', () => {
  expect(removableAt(session)).toEqual(after(yearMs + 2 * 86_400_000));
  expect(removableAt({ ...session, revokedAt: after(5) })).toEqual(after(5 + 2 * 86_400_000));
});
