import { servicePrincipal } from '@guildhall/kernel';
import { describe, expect, it } from 'vitest';
import { auditOf, personOf, platform } from './caller.ts';
import { anonymousCaller, callerOf } from './testing.ts';

const at = new Date('2026-03-02T08:55:00Z');

describe('personOf', () => {
  it('is the person who asks, and nobody else', () => {
    expect(personOf(callerOf('ada'))).toBe('ada');
    for (const caller of [anonymousCaller, platform]) {
      expect(() => personOf(caller)).toThrow(expect.objectContaining({ kind: 'unauthenticated' }));
    }
  });
});

describe('auditOf', () => {
  it('says who did what to whom, when, by what and from where', () => {
    expect(auditOf(callerOf('root'), 'person.created', 'ada', at, 'admin')).toEqual({
      at,
      action: 'person.created',
      actorId: 'root',
      subjectId: 'ada',
      via: 'admin',
      ip: '192.0.2.1',
      userAgent: 'curl/8.5.0',
    });
  });

  it('names no actor where there is none', () => {
    expect(auditOf(anonymousCaller, 'login', 'ada', at)).not.toHaveProperty('actorId');
  });

  it('tells tokens and services from browsers', () => {
    const token = { ...callerOf('ada'), principal: { ...callerOf('ada').principal, kind: 'token' as const } };
    const service = { ...anonymousCaller, principal: servicePrincipal('register') };
    const via = [callerOf('ada'), token, service].map((caller) => auditOf(caller, 'login', 'ada', at).via);
    expect(via).toEqual(['web', 'token', 'system']);
  });

  it('cuts a user agent that is too long', () => {
    const caller = { ...anonymousCaller, userAgent: 'x'.repeat(10_000) };
    expect(auditOf(caller, 'login', 'ada', at).userAgent).toHaveLength(255);
  });
});
