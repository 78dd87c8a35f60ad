import { describe, expect, it } from 'vitest';
import { aBook, countingIds, everywhere, place, refusalOf } from '../app/testing.ts';
import type { Rule } from './book.ts';
import { changedPlace, withoutPlace, withPlace } from './book-places.ts';

const [technion, carmel] = ['haifa-north-technion', 'haifa-north-carmel'];
const template: Rule = { id: 't', roleKey: 'volunteer', where: {}, template: 't-{district}', autoCreate: true };
const templated = () => aBook({ rules: [template] });
const add = (area: string, district: string, branch: string) =>
  withPlace(templated(), { area, district, branch }, countingIds());

describe('a place that is added', () => {
  it('is tidied, and has the channels that templates make', () => {
    const { next, place: added } = add(' center ', 'Gush  Dan', 'jaffa');
    expect(added).toMatchObject({ area: 'center', district: 'Gush Dan', branch: 'jaffa', active: true });
    expect(next.channels.slice(5).map(({ name, autoCreate }) => [name, autoCreate])).toEqual([
      ['t-north', true],
      ['t-gush-dan', true],
    ]);
  });

  it('is there once, whatever the case', async () => {
    const refusal = await refusalOf(() => add('Haifa', 'NORTH', 'technion'));
    expect(refusal.code).toBe('volunteers.duplicate_location');
    expect(refusal.errors[0]?.detail).toContain('haifa/north/technion');
  });

  it('has three names', async () => {
    expect((await refusalOf(() => add('haifa', ' ', 'x'))).errors[0]?.pointer).toBe('/district');
  });
});

describe('a place that is changed', () => {
  it('keeps what is not given', () => {
    const { next, acts } = changedPlace(aBook(), technion, { branch: 'Technion City' }, countingIds());
    expect(next.locations[0]).toMatchObject({ area: 'haifa', district: 'north', branch: 'Technion City' });
    expect(acts).toMatchObject([
      { action: 'location.changed', before: 'branch=technion', after: 'branch=Technion City' },
    ]);
  });

  it('takes the rules along that are about no other place', () => {
    const only: Rule = { ...everywhere('volunteer', 'c5'), where: { district: 'north', branch: 'technion' } };
    const both: Rule = { ...everywhere('volunteer', 'c4'), where: { district: 'north' } };
    const { next } = changedPlace(
      aBook({ rules: [only, both] }),
      technion,
      { district: 'upper', branch: 'city' },
      countingIds(),
    );
    expect(next.rules.map(({ where }) => where)).toEqual([
      { district: 'upper', branch: 'city' },
      { district: 'north' },
    ]);
  });

  it('has the channels of its new name', () => {
    const { next } = changedPlace(templated(), technion, { district: 'upper' }, countingIds());
    expect(next.channels.slice(5).map(({ name }) => name)).toEqual(['t-upper', 't-north']);
  });

  it('is the same book where nothing is other', () => {
    const book = aBook();
    expect(changedPlace(book, technion, { area: ' haifa ' }, countingIds()).next).toBe(book);
  });

  it.each([
    [technion, { branch: 'Carmel' }, 'duplicate_location'],
    ['elsewhere', { branch: 'x' }, 'location_not_found'],
  ])('is refused: %s with %j', async (id, change, code) => {
    const refusal = await refusalOf(() => changedPlace(aBook(), id, change, countingIds()));
    expect(refusal.code).toBe(`volunteers.${code}`);
  });
});

describe('a place that is deleted', () => {
  it('is gone where nobody has a role', () => {
    expect(withoutPlace(aBook(), carmel, 0).next.locations.map(({ id }) => id)).toEqual([technion]);
  });

  it('stays while somebody has a role there', async () => {
    expect((await refusalOf(() => withoutPlace(aBook(), carmel, 2))).details).toEqual({ volunteers: 2 });
  });

  it('stays while a rule is about it alone', async () => {
    const rule: Rule = { ...everywhere('volunteer', 'c5'), where: { branch: 'carmel' } };
    const refusal = await refusalOf(() => withoutPlace(aBook({ rules: [rule] }), carmel, 0));
    expect([refusal.code, refusal.details]).toEqual(['volunteers.in_use', { rules: 1 }]);
  });

  it('may be the last one where rules count everywhere', () => {
    const book = aBook({ locations: [place('haifa', 'north', 'carmel')] });
    expect(withoutPlace(book, carmel, 0).next.locations).toEqual([]);
  });
});
