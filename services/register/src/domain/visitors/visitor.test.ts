import { describe, expect, it } from 'vitest';
import { eraseVisitor } from './erase-visitor.ts';
import { answer, reminded } from './host-answer.ts';
import { arrive, type Arriving, cancelVisitor, dueAt, expectVisitor, leave, type Visitor } from './visitor.ts';

const at = new Date('2026-03-02T09:00:00Z');
const later = new Date('2026-03-02T09:10:00Z');
const evening = new Date('2026-03-02T17:00:00Z');
const inAMonth = new Date('2026-04-01T17:00:00Z');
const midnight = new Date('2026-03-03T00:00:00Z');

const expected = (more: Partial<Visitor> = {}): Visitor => ({
  ...expectVisitor({
    id: 'visitor-1',
    siteId: 'vw',
    announcement: {
      kind: 'visitor',
      name: 'Ada Lovelace',
      company: 'Engines',
      email: 'ada@example.org',
      phone: '',
      vehicle: '',
      purpose: 'Tea',
      hostId: 'grace',
      hostName: 'Grace Hopper',
      expectedOn: '2026-03-02',
      expectedFrom: '',
      expectedUntil: '',
    },
    expectedEnd: midnight,
    watched: false,
    at,
  }).next,
  ...more,
});

const arriving: Arriving = {
  visitId: 'v1',
  at,
  via: 'kiosk',
  vehicle: 'AB12 CDE',
  acceptances: [],
  watched: false,
  remindAt: later,
  overrideReason: '',
};
const inside = (): Visitor => arrive(expected(), arriving).next;

describe('a visitor', () => {
  it('is due when the expected day is over', () => {
    expect(dueAt(expected())).toEqual(midnight);
  });

  it('is due for the reminder while inside, if there is a host to remind', () => {
    expect([dueAt(inside()), dueAt(arrive(expected({ hostId: '' }), arriving).next)]).toEqual([later, undefined]);
  });

  it('is reminded of once', () => {
    expect(dueAt(reminded(inside()).next)).toBeUndefined();
  });

  it.each(['coming', 'declined', 'collected'] as const)('is reminded of no more when the host says %s', (given) => {
    expect(dueAt(answer(inside(), given, at, evening).next)).toBeUndefined();
  });

  it('is reminded of again when the host says later', () => {
    expect(dueAt(answer(inside(), 'later', at, evening).next)).toEqual(evening);
  });

  it('is erased some time after having left', () => {
    expect(dueAt(leave(inside(), evening, evening, inAMonth).next)).toEqual(inAMonth);
  });

  it('has not signed out when the day ended', () => {
    expect(leave(inside(), undefined, evening, inAMonth).next).toMatchObject({ status: 'not_signed_out' });
    expect(leave(inside(), undefined, evening, inAMonth).next).not.toHaveProperty('leftAt');
  });

  it('comes back with another visit, and remembers the one before', () => {
    const gone = leave(inside(), later, later, inAMonth).next;
    const back = arrive(gone, { ...arriving, visitId: 'v2' }).next;
    expect(back).toMatchObject({ status: 'inside', visitId: 'v2', earlierVisitIds: ['v1'] });
    expect(back).not.toHaveProperty('leftAt');
  });

  it('accepts the latest version of each document', () => {
    const accepted = (version: number) => ({ ...arriving, acceptances: [{ documentId: 'nda', version, at }] });
    const twice = arrive(arrive(expected(), accepted(1)).next, accepted(2)).next;
    expect(twice.acceptances).toEqual([{ documentId: 'nda', version: 2, at }]);
  });

  it('keeps what happened when, and nothing of who it was, once erased', () => {
    const gone = leave({ ...inside(), photoId: 'p', overrideReason: 'x' }, evening, evening, inAMonth).next;
    const erased = eraseVisitor(gone).next;
    expect(JSON.stringify(erased)).not.toMatch(/Ada|Engines|ada@|AB12|Tea|Hopper/);
    expect(erased).toMatchObject({ arrivedAt: at, leftAt: evening, erased: true });
    expect(dueAt(erased)).toBeUndefined();
  });

  it.each(['cancelled', 'missed'] as const)('says when it was %s', (status) => {
    expect(cancelVisitor(expected(), status, at, inAMonth)).toMatchObject({
      next: { status },
      facts: [{ type: 'visitor-cancelled' }],
    });
  });
});
