import { describe, expect, it } from 'vitest';
import { aPerson, aSite } from '../app/testing.ts';
import { digestErrands, summariseDay } from './digest.ts';
import { siteDay } from './site-day.ts';
import { openVisit, rollOver, signOut, type Visit } from './visit.ts';

const time = (text: string): Date => new Date(`2026-03-02T${text}:00Z`);
const site = aSite();
const stay = (name: string, from: string, to?: string): Visit => {
  const at = time(from);
  const by = aPerson(name);
  const visit = openVisit(`${name}-${from}`, { site, day: siteDay(site, at), at, by, entrance: '' });
  return to ? signOut(visit, time(to), by, 0).next : visit;
};

describe('a day in numbers', () => {
  it('counts people, not visits', () => {
    const day = [stay('Ada', '09:00', '10:00'), stay('Ada', '11:00'), stay('Bob', '09:30', '10:30')];
    expect(summariseDay(day, time('18:00'))).toEqual({ came: 2, inside: 1, most: 2, mostAt: time('09:30') });
  });

  it('does not count who leaves as another comes', () => {
    expect(summariseDay([stay('Ada', '09:00', '10:00'), stay('Bob', '10:00', '11:00')], time('18:00')).most).toBe(1);
  });

  it('counts who never signed out until the end of the day', () => {
    const forgotten = rollOver(stay('Ada', '09:00'), new Date('2026-03-03T00:00:00Z'), 0).next;
    expect(summariseDay([forgotten, stay('Bob', '20:00')], time('21:00'))).toMatchObject({
      most: 2,
      mostAt: time('20:00'),
    });
  });

  it('is empty on an empty day', () => {
    expect(summariseDay([], time('18:00'))).toEqual({ came: 0, inside: 0, most: 0 });
  });
});

it('sends nothing where nobody wants it', () => {
  expect(digestErrands(site, '2026-03-02', { came: 0, inside: 0, most: 0 }, time('18:00'))).toEqual([]);
});
