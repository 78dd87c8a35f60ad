import { describe, expect, it } from 'vitest';
import { aPerson, aSite } from '../app/testing.ts';
import { siteDay } from './site-day.ts';
import { openVisit, rollOver, signOut, type Visit } from './visit.ts';
import { addVisit, type BetterTimes, checkStillOwn, type CorrectionContext, correctVisit } from './visit-correction.ts';

const time = (text: string): Date => new Date(`2026-03-${text}:00Z`);
const site = aSite();
const ada = aPerson('Ada Lovelace');
const visitAt = (moment: string, id = 'v1'): Visit => {
  const at = time(moment);
  return openVisit(id, { site, day: siteDay(site, at), at, by: ada, entrance: '' });
};
const closedAt = (visit: Visit, moment: string): Visit => signOut(visit, time(moment), ada, 0).next;
const forgotten = rollOver(visitAt('02T09:00'), time('03T00:00'), 0).next;

const contextOf = (more: Partial<CorrectionContext> = {}): CorrectionContext => ({
  site,
  dayAt: (moment) => siteDay(site, moment),
  now: time('03T09:00'),
  by: ada,
  reason: '',
  selfDeclared: true,
  others: [],
  occupancy: 0,
  ...more,
});
const correct = (visit: Visit, better: BetterTimes, more: Partial<CorrectionContext> = {}) =>
  correctVisit(visit, better, contextOf(more));
const corrected = (...input: Parameters<typeof correct>): Visit => correct(...input)!.next;

describe('correcting an own visit', () => {
  it('says when the person left, and that the person says so', () => {
    expect(corrected(forgotten, { leftAt: time('02T17:10') })).toMatchObject({
      open: false,
      closedReason: 'signed_out',
      selfDeclared: true,
      out: { at: time('02T17:10') },
    });
  });

  it('keeps what was there before', () => {
    const { corrections } = corrected(forgotten, { leftAt: time('02T17:10') });
    expect(corrections).toEqual([
      {
        auditId: 'v1-c2',
        at: time('03T09:00'),
        actorId: 'ada-lovelace',
        reason: '',
        selfDeclared: true,
        before: { arrivedAt: time('02T09:00'), open: false },
        after: { arrivedAt: time('02T09:00'), leftAt: time('02T17:10'), open: false },
      },
    ]);
  });

  it('ends an open visit, which everybody hears of', () => {
    const { next, facts } = correct(visitAt('03T08:00'), { leftAt: time('03T08:30') })!;
    expect(next.open).toBe(false);
    expect(facts.map(({ type }) => type)).toEqual(['visit-ended', 'visit-corrected']);
  });

  it('leaves an open visit open when the person came earlier', () => {
    const { next, facts } = correct(visitAt('03T08:00'), { arrivedAt: time('03T07:30') })!;
    expect(next).toMatchObject({ open: true, in: { at: time('03T07:30') } });
    expect(facts.map(({ type }) => type)).toEqual(['visit-corrected']);
  });

  it('changes nothing when the times are those that are known', () => {
    const visit = closedAt(visitAt('02T09:00'), '02T17:00');
    expect(correct(visit, { leftAt: time('02T17:00') })).toBeUndefined();
  });

  it('moves a visit to the day on which it really began', () => {
    expect(corrected(forgotten, { arrivedAt: time('01T23:30'), leftAt: time('02T01:00') }).date).toBe('2026-03-01');
  });

  it.each([
    ['arrives in the future', { arrivedAt: time('03T09:01') }, 'register.visit_in_future'],
    ['leaves in the future', { leftAt: time('03T09:01') }, 'register.visit_in_future'],
    ['leaves before arriving', { leftAt: time('02T08:59') }, 'register.impossible_times'],
    [
      'stays for more than a day',
      { arrivedAt: time('01T08:00'), leftAt: time('02T08:01') },
      'register.impossible_times',
    ],
  ] as [string, BetterTimes, string][])('is refused when the person %s', (_, better, code) => {
    expect(() => correct(forgotten, better)).toThrow(expect.objectContaining({ code }));
  });

  it('is refused for an open visit that would have ended yesterday', () => {
    expect(() => correct(visitAt('03T08:00'), { arrivedAt: time('02T22:00') })).toThrow(
      expect.objectContaining({ code: 'register.impossible_times' }),
    );
  });
});

describe('visits of one person at one site', () => {
  const noon = closedAt(visitAt('02T12:00', 'v2'), '02T13:00');
  const overlap = expect.objectContaining({ code: 'register.visits_overlap' });

  it('never overlap', () => {
    expect(() => correct(forgotten, { leftAt: time('02T12:01') }, { others: [noon] })).toThrow(overlap);
    expect(() => correct(forgotten, { leftAt: time('02T17:00') }, { others: [noon] })).toThrow(overlap);
  });

  it('may touch', () => {
    expect(corrected(forgotten, { leftAt: time('02T12:00') }, { others: [noon] }).out?.at).toEqual(time('02T12:00'));
  });

  it('do not reach into an open one', () => {
    const open = visitAt('03T08:00', 'v2');
    expect(() => correct(forgotten, { leftAt: time('03T08:30') }, { others: [open] })).toThrow(overlap);
  });

  it('do not cover the arrival of one of which nobody knows the end', () => {
    const other = rollOver(visitAt('02T14:00', 'v2'), time('03T00:00'), 0).next;
    expect(() => correct(forgotten, { leftAt: time('02T15:00') }, { others: [other] })).toThrow(overlap);
    expect(corrected(forgotten, { leftAt: time('02T13:00') }, { others: [other] }).out).toBeDefined();
  });
});

describe('an administrator', () => {
  const admin = {
    by: { ...aPerson('Alex Admin'), via: 'admin' },
    reason: 'was seen leaving',
    selfDeclared: false,
  } as const;

  it('closes a visit of which nobody knows the end, without inventing one', () => {
    const next = corrected(visitAt('03T08:00'), { close: true }, admin);
    expect(next).toMatchObject({ open: false, closedReason: 'admin', corrections: [{ reason: 'was seen leaving' }] });
    expect(next).not.toHaveProperty('out');
    expect(next).not.toHaveProperty('selfDeclared');
  });

  it('is the reason why a forgotten visit is closed', () => {
    expect(corrected(forgotten, { leftAt: time('02T17:00') }, admin).closedReason).toBe('admin');
  });

  it('leaves who signed out signed out', () => {
    const visit = closedAt(visitAt('02T09:00'), '02T17:00');
    expect(corrected(visit, { leftAt: time('02T16:00') }, admin).closedReason).toBe('signed_out');
  });

  it('adds a visit that is over', () => {
    const at = time('02T09:00');
    const arrival = { site, day: siteDay(site, at), at, by: ada, entrance: '' };
    const { next, facts } = addVisit('v9', arrival, time('02T10:00'), contextOf(admin));
    expect(next).toMatchObject({
      open: false,
      closedReason: 'admin',
      date: '2026-03-02',
      out: { at: time('02T10:00') },
    });
    expect(facts.map(({ type }) => type)).toEqual(['visit-corrected']);
  });

  it('adds a visit of somebody who is inside', () => {
    const at = time('03T08:00');
    const arrival = { site, day: siteDay(site, at), at, by: ada, entrance: '' };
    const { next, facts } = addVisit('v9', arrival, undefined, contextOf(admin));
    expect(next.open).toBe(true);
    expect(facts.map(({ type }) => type)).toEqual(['visit-opened', 'visit-corrected']);
  });
});

it('lets people correct visits of the last seven days', () => {
  expect(() => checkStillOwn(forgotten, '2026-03-09')).not.toThrow();
  expect(() => checkStillOwn(forgotten, '2026-03-10')).toThrow(
    expect.objectContaining({ code: 'register.correction_too_late' }),
  );
});
