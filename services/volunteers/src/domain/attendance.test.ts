import { describe, expect, it } from 'vitest';
import { arrived, minutesOf, presenceOf, record, wentAway } from './attendance.ts';
import { placeOf, type Shift, signUp } from './shift.ts';

const at = (time: string): Date => new Date(`2026-03-10T${time}Z`);
const after = at('20:00');

const empty: Shift = {
  id: 's1',
  version: 1,
  opportunityId: 'o1',
  startsAt: at('10:00'),
  endsAt: at('14:00'),
  capacity: 1,
  places: [],
  createdAt: at('00:00'),
};

const planned = ['a', 'b'].reduce((shift, id) => {
  const outcome = signUp(shift, id, at('00:00'));
  return outcome === 'full' ? shift : outcome.next;
}, empty);

const attendanceOf = (shift: Shift, id = 'a') => placeOf(shift, id)?.attendance;
const minutes = (shift: Shift, now = after, id = 'a'): number => {
  const place = placeOf(shift, id);
  return place ? minutesOf(shift, place, now) : -1;
};
const presence = (shift: Shift, now: Date, id = 'a') => {
  const place = placeOf(shift, id);
  return place && presenceOf(shift, place, now);
};

describe('what the register saw', () => {
  it.each(['09:00', '12:00', '15:00'])('marks who comes at %s', (time) => {
    expect(attendanceOf(arrived(planned, 'a', at(time)))?.arrivedAt).toEqual(at(time));
  });

  it.each(['08:59', '15:01'])('marks nobody at %s, an hour and more away', (time) => {
    expect(arrived(planned, 'a', at(time))).toBe(planned);
  });

  it('marks nobody who waits, or has no place', () => {
    expect(arrived(planned, 'b', at('10:00'))).toBe(planned);
    expect(arrived(planned, 'z', at('10:00'))).toBe(planned);
  });

  it('told again changes nothing', () => {
    const there = arrived(planned, 'a', at('10:00'));
    expect(arrived(there, 'a', at('10:00'))).toBe(there);
    const gone = wentAway(there, 'a', at('12:00'));
    expect(wentAway(gone, 'a', at('12:00'))).toBe(gone);
    expect(arrived(gone, 'a', at('10:00'))).toBe(gone);
  });

  it('counts from the first arrival to the last departure', () => {
    const came = arrived(planned, 'a', at('10:00'));
    const back = arrived(wentAway(came, 'a', at('11:00')), 'a', at('11:30'));
    expect(attendanceOf(back)?.leftAt).toBeUndefined();
    expect(minutes(wentAway(back, 'a', at('13:00')))).toBe(180);
  });

  it('does not change what was recorded by hand', () => {
    const said = record(planned, 'a', { reason: '' }, after);
    expect(arrived(said, 'a', at('10:00'))).toBe(said);
    expect(wentAway(said, 'a', at('12:00'))).toBe(said);
  });

  it('that somebody left who never came is nothing', () => {
    expect(wentAway(planned, 'a', at('12:00'))).toBe(planned);
  });
});

describe('minutes', () => {
  it('are those of the shift', () => {
    expect(minutes(wentAway(arrived(planned, 'a', at('09:10')), 'a', at('15:00')))).toBe(240);
  });

  it('go to the end where nobody knows when they left, once it is over', () => {
    const there = arrived(planned, 'a', at('11:00'));
    expect([minutes(there, at('12:00')), minutes(there)]).toEqual([0, 180]);
  });

  it('by hand are as they are said', () => {
    const said = record(planned, 'a', { arrivedAt: at('08:00'), leftAt: at('16:00'), reason: '' }, after);
    expect(minutes(said)).toBe(480);
  });

  it('of a shift that was cancelled are none', () => {
    const there = wentAway(arrived(planned, 'a', at('10:00')), 'a', at('12:00'));
    expect(minutes({ ...there, cancelled: { at: after, reason: '' } })).toBe(0);
  });
});

describe('who has a place', () => {
  it('is expected, present, and has attended', () => {
    const there = arrived(planned, 'a', at('10:00'));
    expect([presence(planned, at('09:00')), presence(there, at('11:00')), presence(there, after)]).toEqual([
      'expected',
      'present',
      'attended',
    ]);
  });

  it('is absent when nobody saw them, or somebody says so', () => {
    expect(presence(planned, after)).toBe('absent');
    expect(presence(record(planned, 'a', { reason: 'ill' }, at('09:00')), at('09:00'))).toBe('absent');
  });

  it('is nothing of it while they wait', () => {
    expect(presence(planned, after, 'b')).toBe('');
  });

  it('has one without being announced, when somebody says that they came', () => {
    const said = record(planned, 'z', { arrivedAt: at('10:00'), leftAt: at('12:00'), reason: '' }, after);
    expect([placeOf(said, 'z')?.state, minutes(said, after, 'z')]).toEqual(['unannounced', 120]);
  });
});
