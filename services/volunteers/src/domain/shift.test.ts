import { describe, expect, it } from 'vitest';
import {
  cancelShift,
  changeShift,
  countsOf,
  positionOf,
  remind,
  type Shift,
  shiftDueAt,
  signUp,
  withdraw,
} from './shift.ts';

const at = (time: string): Date => new Date(`2026-03-${time}Z`);
const now = at('02T08:00');

const aShift = (capacity: number, change: Partial<Shift> = {}): Shift => ({
  id: 's1',
  version: 1,
  opportunityId: 'o1',
  startsAt: at('10T10:00'),
  endsAt: at('10T14:00'),
  capacity,
  places: [],
  createdAt: now,
  ...change,
});

const withThose = (capacity: number, ...ids: readonly string[]): Shift =>
  ids.reduce((shift, id) => {
    const outcome = signUp(shift, id, now);
    if (outcome === 'full') throw new Error('it is full');
    return outcome.next;
  }, aShift(capacity));

const states = ({ places }: Shift) => places.map(({ volunteerId, state }) => `${volunteerId} ${state}`);

describe('signing up', () => {
  it('takes a place as long as there are some, and waits afterwards', () => {
    expect(states(withThose(2, 'a', 'b', 'c'))).toEqual(['a confirmed', 'b confirmed', 'c waiting']);
  });

  it('twice is once', () => {
    const shift = withThose(2, 'a');
    expect(signUp(shift, 'a', now)).toEqual({ next: shift, told: [] });
  });

  it('is refused once fifty wait', () => {
    const waiting = Array.from({ length: 51 }, (_, index) => `v${index}`);
    expect(signUp(withThose(1, ...waiting), 'late', now)).toBe('full');
  });

  it('on the day before is no reason for a reminder', () => {
    const outcome = signUp(aShift(2), 'a', at('10T08:00'));
    expect(outcome === 'full' ? undefined : shiftDueAt(outcome.next, at('10T08:00'))).toBeUndefined();
  });
});

describe('withdrawing', () => {
  it('lets the first who waits move up, and tells', () => {
    const { next, told } = withdraw(withThose(1, 'a', 'b', 'c'), 'a');
    expect(states(next)).toEqual(['b confirmed', 'c waiting']);
    expect(told).toEqual([{ volunteerId: 'b', what: 'moved-up' }]);
    expect(positionOf(next, 'c')).toBe(1);
  });

  it('from the waiting list moves nobody', () => {
    const { next, told } = withdraw(withThose(1, 'a', 'b', 'c'), 'b');
    expect([states(next), told]).toEqual([['a confirmed', 'c waiting'], []]);
  });

  it('of who has no place changes nothing', () => {
    const shift = withThose(1, 'a');
    expect(withdraw(shift, 'z').next).toBe(shift);
  });
});

describe('a change', () => {
  it('of times is told to whoever comes or waits, and reminds anew', () => {
    const shift = withThose(1, 'a', 'b');
    const reminded = { ...shift, places: shift.places.map((place) => ({ ...place, reminded: true })) };
    const times = { startsAt: at('11T10:00'), endsAt: at('11T14:00'), capacity: 1 };
    const { next, told } = changeShift(reminded, times);
    expect(told.map(({ volunteerId, what }) => `${volunteerId} ${what}`)).toEqual(['a changed', 'b changed']);
    expect(shiftDueAt(next, now)).toEqual(at('10T10:00'));
  });

  it('of the capacity alone is told to whom it gives a place', () => {
    const shift = withThose(1, 'a', 'b', 'c');
    const { next, told } = changeShift(shift, { ...shift, capacity: 2 });
    expect(told).toEqual([{ volunteerId: 'b', what: 'moved-up' }]);
    expect(countsOf(next)).toEqual({ taken: 2, waiting: 1 });
  });

  it('is told once to who moves up by it', () => {
    const shift = withThose(1, 'a', 'b');
    const times = { startsAt: at('11T10:00'), endsAt: at('11T14:00'), capacity: 2 };
    expect(changeShift(shift, times).told).toEqual([
      { volunteerId: 'b', what: 'moved-up' },
      { volunteerId: 'a', what: 'changed' },
    ]);
  });
});

describe('a shift that is cancelled', () => {
  it('tells everybody once, and reminds nobody', () => {
    const { next, told } = cancelShift(withThose(1, 'a', 'b'), 'Flood', now);
    expect(told.map(({ volunteerId }) => volunteerId)).toEqual(['a', 'b']);
    expect(cancelShift(next, 'Again', now).told).toEqual([]);
    expect(shiftDueAt(next, now)).toBeUndefined();
  });
});

describe('the reminder', () => {
  it('goes on the day before to who comes, once', () => {
    const shift = withThose(1, 'a', 'b');
    const eve = at('09T10:00');
    const { next, told } = remind(shift, eve);
    expect(told).toEqual([{ volunteerId: 'a', what: 'reminder' }]);
    expect(remind(next, eve).told).toEqual([]);
    expect(shiftDueAt(next, eve)).toBeUndefined();
  });

  it('does not go earlier', () => {
    expect(remind(withThose(1, 'a'), at('09T09:59')).told).toEqual([]);
  });

  it('goes to who moved up after the others were reminded', () => {
    const eve = at('09T10:00');
    const { next } = withdraw(remind(withThose(1, 'a', 'b'), eve).next, 'a');
    expect(remind(next, eve).told).toEqual([{ volunteerId: 'b', what: 'reminder' }]);
  });

  it('does not go once the shift has begun', () => {
    expect(remind(withThose(1, 'a'), at('10T10:00')).told).toEqual([]);
  });
});
