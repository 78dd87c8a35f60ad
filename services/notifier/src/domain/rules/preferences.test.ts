import { describe, expect, it } from 'vitest';
import { nine } from '../testing.ts';
import { checkedPreferences } from './checked-preferences.ts';
import { keep, NO_PREFERENCES, type Preferences, switched, wishesOf } from './preferences.ts';

const said = (change: Partial<Preferences>): Preferences => ({ ...NO_PREFERENCES, ...change });

describe('what counts in the end', () => {
  it('is everything, at any hour, where nobody said anything', () => {
    const wishes = wishesOf();
    expect(wishes.wants('reminder', 'sms')).toBe(true);
    expect(wishes.quietHours).toEqual([]);
    expect(wishes.digestOf('reminder')).toBeUndefined();
    expect(wishes.timeZone).toBe('UTC');
  });

  it('is the organisation’s word where the person has none, cell by cell', () => {
    const organisation = said({ switches: { reminder: { sms: false, email: false } } });
    const own = said({ switches: { reminder: { sms: true } } });
    const wishes = wishesOf(own, organisation);
    expect([wishes.wants('reminder', 'sms'), wishes.wants('reminder', 'email')]).toEqual([true, false]);
    expect(wishes.wants('board', 'email')).toBe(true);
  });

  it('lets a person have no quiet hours and no digest where the organisation has', () => {
    const organisation = said({
      quietHours: [{ weekday: 1, from: '22:00', to: '07:00' }],
      digests: { board: { every: 'hour' } },
    });
    expect(wishesOf(undefined, organisation).quietHours).toHaveLength(1);
    expect(wishesOf(said({ quietHours: [] }), organisation).quietHours).toEqual([]);
    expect(wishesOf(said({}), organisation).digestOf('board')).toEqual({ every: 'hour' });
    expect(wishesOf(said({ digests: { board: 'off' } }), organisation).digestOf('board')).toBeUndefined();
  });

  it.each([
    ['Asia/Tokyo', 'Europe/Paris', 'Europe/London', 'Asia/Tokyo'],
    [undefined, 'Europe/Paris', 'Europe/London', 'Europe/Paris'],
    [undefined, undefined, 'Europe/London', 'Europe/London'],
  ])(
    'is the zone set here (%s), else the profile’s (%s), else the organisation’s (%s)',
    (own, zone, ours, expected) => {
      const wishes = wishesOf(said(own ? { timeZone: own } : {}), said({ timeZone: ours }), zone);
      expect(wishes.timeZone).toBe(expected);
    },
  );
});

it('switches one category on one channel and leaves the rest', () => {
  const before = said({ switches: { reminder: { sms: false } }, timeZone: 'Europe/Paris' });
  expect(switched(before, 'reminder', 'email', false)).toEqual({
    ...before,
    switches: { reminder: { sms: false, email: false } },
  });
});

it('keeps each change as the next version, and says so', () => {
  const first = keep('ada', undefined, NO_PREFERENCES, nine);
  const second = keep('ada', first.next, said({ timeZone: 'UTC' }), nine);
  expect([first.next.version, second.next.version]).toEqual([1, 2]);
  expect(second.facts).toEqual([{ type: 'preferences-changed', preferences: second.next, at: nine }]);
});

describe('preferences that make no sense', () => {
  const pointersOf = (wanted: Preferences): readonly string[] => {
    try {
      checkedPreferences(wanted);
      return [];
    } catch (error) {
      return (error as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
    }
  };

  it.each([
    [{ timeZone: 'Mars/Olympus' }, ['/timeZone']],
    [{ timeZone: '+01:00' }, ['/timeZone']],
    [
      { quietHours: [{ weekday: 1, from: '24:00', to: '7:00' }] },
      ['/quietHours/spans/0/from', '/quietHours/spans/0/to'],
    ],
    [{ digests: { board: { every: 'day', at: '' } } }, ['/digests/0/at']],
    [{ digests: { board: { every: 'week', at: '', weekday: 0 } } }, ['/digests/0/at', '/digests/0/weekday']],
    [{ digests: { board: { every: 'hour' }, course: 'off' }, timeZone: 'Europe/Paris' }, []],
  ] as const)('%j', (change, expected) => {
    expect(pointersOf(said(change as unknown as Partial<Preferences>))).toEqual(expected);
  });
});
