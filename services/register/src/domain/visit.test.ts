import { describe, expect, it } from 'vitest';
import { aPerson, aSite } from '../app/testing.ts';
import { siteDay } from './site-day.ts';
import { isInside, opened, openVisit, rename, reschedule, rollOver, signOut, visitEnd } from './visit.ts';

const nine = new Date('2026-03-02T09:00:00Z');
const five = new Date('2026-03-02T17:00:00Z');
const midnight = new Date('2026-03-03T00:00:00Z');
const ada = aPerson('Ada Lovelace');

const arrive = (site = aSite(), entrance = '', at = nine) =>
  openVisit('v1', { site, day: siteDay(site, at), at, by: ada, entrance });

describe('a new visit', () => {
  it('is open, dated by the site and ends at the rollover', () => {
    expect(arrive()).toMatchObject({ open: true, date: '2026-03-02', until: midnight, version: 1 });
  });

  it('carries its own audit entry', () => {
    expect(arrive(aSite(), 'Courtyard').in).toEqual({
      at: nine,
      auditId: 'v1-in',
      via: 'web',
      ip: '192.0.2.7',
      userAgent: 'Firefox',
      entrance: 'Courtyard',
    });
  });

  it('keeps the version of the declaration that was confirmed', () => {
    expect(arrive(aSite({ declarationText: 'I am well.' })).declarationVersion).toBe(1);
    expect(arrive()).not.toHaveProperty('declarationVersion');
  });

  it('is announced with the count after it', () => {
    const visit = arrive();
    expect(opened(visit, 3)).toEqual({ next: visit, facts: [{ type: 'visit-opened', visit, occupancy: 3 }] });
  });
});

describe('signing out', () => {
  it('closes the visit and says when and how', () => {
    const { next, facts } = signOut(arrive(), five, { ...ada, via: 'token' }, 2);
    expect(next).toMatchObject({
      open: false,
      closedReason: 'signed_out',
      out: { at: five, via: 'token' },
      version: 2,
    });
    expect(facts).toEqual([{ type: 'visit-closed', visit: next, occupancy: 2 }]);
  });

  it('never lies before signing in, even when clocks differ', () => {
    expect(signOut(arrive(), new Date(nine.getTime() - 5), ada, 0).next.out?.at).toEqual(nine);
  });
});

describe('the rollover', () => {
  it('closes the visit without inventing a leave time (8)', () => {
    const { next } = rollOver(arrive(), midnight, 0);
    expect(next).toMatchObject({ open: false, closedReason: 'not_signed_out', rolledOver: { at: midnight } });
    expect(next).not.toHaveProperty('out');
  });

  it('is announced', () => {
    const { next, facts } = rollOver(arrive(), midnight, 0);
    expect(facts).toEqual([{ type: 'visit-rolled-over', visit: next, occupancy: 0 }]);
  });
});

describe('the end of a visit', () => {
  const carrying = aSite({ carryOver: true });
  const endAt = (since: string): Date => visitEnd(carrying, siteDay(carrying, new Date(since)), new Date(since));

  it('is 16 hours after it began where visits are carried over', () => {
    expect(endAt('2026-03-02T22:00:00Z')).toEqual(new Date('2026-03-03T14:00:00Z'));
  });

  it('is never before the rollover', () => {
    expect(endAt('2026-03-02T07:00:00Z')).toEqual(midnight);
  });

  it('is out of the count at once, before the rollover has closed it', () => {
    const visit = arrive();
    expect(isInside(visit, new Date(midnight.getTime() - 1))).toBe(true);
    expect(isInside(visit, midnight)).toBe(false);
  });

  it('can be moved without telling anybody', () => {
    const { next, facts } = reschedule(arrive(), five);
    expect([next.until, next.version, facts]).toEqual([five, 2, []]);
  });
});

it('tells the new name of somebody inside', () => {
  const { next, facts } = rename(arrive(), 'Ada King', five);
  expect(next).toMatchObject({ displayName: 'Ada King', open: true, version: 2 });
  expect(facts).toEqual([{ type: 'visitor-renamed', visit: next, at: five }]);
});
