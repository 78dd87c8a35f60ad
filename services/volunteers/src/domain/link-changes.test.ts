import { describe, expect, it } from 'vitest';
import { reserve } from './invite-link.ts';
import { activate, isInvitation, newLink, whyUseless } from './link-changes.ts';

const now = new Date('2026-03-02T08:00:00Z');
const warnings = { parts: [0.8, 0.95], days: [2, 7] };
const given = {
  id: 'l1',
  sealedUrl: new Uint8Array(),
  endsWith: 'l1',
  cap: 100,
  takenBefore: 0,
  createdAt: now,
  createdBy: 'root',
};

describe('a new link', () => {
  it('is about to be sent, and not sent yet', () => {
    expect(newLink(given, warnings)).toMatchObject({ status: 'coming', version: 1, holders: [] });
  });

  it('warns of no place that was taken before it was added', () => {
    const link = { ...newLink({ ...given, takenBefore: 94 }, warnings), status: 'active' as const };
    expect(link.warned).toEqual(['places:80']);
    const outcome = reserve(link, 'v1', now, warnings);
    expect(typeof outcome === 'object' && outcome.facts).toMatchObject([{ type: 'link-warning', value: 95 }]);
  });

  it('is activated once', () => {
    const outcome = activate(newLink(given, warnings), now);
    expect(outcome).toMatchObject({ next: { status: 'active', version: 2 }, facts: [{ type: 'link-activated' }] });
    expect(outcome && activate(outcome.next, now)).toBeUndefined();
  });

  it.each([
    [{ takenBefore: 100 }, '/reserved'],
    [{ expiresAt: now }, '/expiresAt'],
    [{ takenBefore: 99, expiresAt: new Date(now.getTime() + 1) }, undefined],
  ])('with %j is refused at %s', (change, pointer) => {
    expect(whyUseless(newLink({ ...given, ...change }, warnings), now)?.pointer).toBe(pointer);
  });
});

describe('an invitation', () => {
  it.each(['https://join.slack.com/t/guild/x', 'https://guild.slack.com/join/x'])('is at Slack: %s', (url) => {
    expect(isInvitation(url, false)).toBe(true);
  });

  it.each([
    'http://join.slack.com/t/x',
    'https://slack.com/x',
    'https://join.slack.com.evil.org/x',
    'https://evilslack.com/x',
    'https://user:password@join.slack.com/x',
    'http://127.0.0.1:8025/x',
    'join.slack.com/x',
    '',
  ])('is nowhere else: %s', (url) => {
    expect(isInvitation(url, false)).toBe(false);
  });

  it('may be at this machine in the sandbox, and nowhere else there', () => {
    expect(isInvitation('http://127.0.0.1:8025/join/x', true)).toBe(true);
    expect(isInvitation('http://192.0.2.1/join/x', true)).toBe(false);
  });
});
