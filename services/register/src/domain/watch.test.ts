import { describe, expect, it } from 'vitest';
import { aSite } from '../app/testing.ts';
import { follow, isWatched, newWatch, type Watch } from './watch.ts';

const nine = new Date('2026-03-02T09:00:00Z').getTime();
const at = (minute: number): Date => new Date(nine + minute * 60_000);

/** Looks at the site minute by minute; returns what each look told. */
const looks = (settings: Parameters<typeof aSite>[0], script: readonly (readonly [number, readonly string[]])[]) => {
  const site = aSite(settings);
  let watch: Watch = newWatch('vw');
  return script.map(([minute, inside]) => {
    const { next, caused } = follow(watch, site, inside, at(minute));
    watch = next;
    return caused.map((one) =>
      one.type === 'errand' ? `${one.template} to ${Object.values(one.to).join('')}` : one.type,
    );
  });
};

describe('cover by wardens and first aiders', () => {
  const settings = { wardens: ['wendy'], firstAiders: ['fay'], coverMinutes: 15 };

  it('is told of once for each gap, after the minutes that the site allows', () => {
    const told = ['cover-changed', 'cover-alert to wendy', 'cover-alert to fay'];
    expect(
      looks(settings, [
        [0, ['ada']],
        [14, ['ada']],
        [15, ['ada']],
        [16, ['ada', 'bob']],
      ]),
    ).toEqual([[], [], told, []]);
  });

  it('is told of again when there is another gap', () => {
    const [, first, back, , second] = looks(settings, [
      [0, ['ada']],
      [15, ['ada']],
      [20, ['ada', 'fay']],
      [21, ['ada']],
      [36, ['ada']],
    ]);
    expect([first?.length, back, second?.length]).toEqual([3, ['cover-changed'], 3]);
  });

  it('is no matter while nobody is inside, or one of them is', () => {
    expect(
      looks(settings, [
        [0, []],
        [30, ['wendy', 'ada']],
        [60, []],
      ]),
    ).toEqual([[], [], []]);
  });

  it('begins anew when somebody covered the site in between', () => {
    expect(
      looks(settings, [
        [0, ['ada']],
        [10, ['ada', 'fay']],
        [11, ['ada']],
        [20, ['ada']],
      ]),
    ).toEqual([[], [], [], []]);
  });

  it('is told to the safety list where there is one', () => {
    const [, told] = looks({ ...settings, safetyList: ['sam'] }, [
      [0, ['ada']],
      [15, ['ada']],
    ]);
    expect(told).toEqual(['cover-changed', 'cover-alert to sam']);
  });

  it('is looked at again in time, at the latest in a minute', () => {
    const site = aSite({ ...settings, coverMinutes: 1 });
    const first = follow(newWatch('vw'), site, ['ada'], at(0));
    expect(first.dueAt).toEqual(at(1));
    const later = follow({ ...first.next, uncoveredSince: new Date(nine - 30_000) }, site, ['ada'], at(0));
    expect(later.dueAt).toEqual(new Date(nine + 30_000));
  });
});

describe('a site that fills up', () => {
  const people = (count: number): string[] => Array.from({ length: count }, (_, i) => `p${i}`);
  const settings = { capacity: 20, safetyList: ['sam'] };

  it('is told of once when nine in ten places are taken', () => {
    expect(
      looks(settings, [
        [0, people(17)],
        [1, people(18)],
        [2, people(20)],
      ]),
    ).toEqual([[], ['site-crowded', 'site-crowded to sam'], []]);
  });

  it('is told of again only after it has emptied somewhat', () => {
    expect(
      looks(settings, [
        [0, people(18)],
        [1, people(17)],
        [2, people(18)],
        [3, people(16)],
        [4, people(18)],
      ]).map(({ length }) => length),
    ).toEqual([2, 0, 0, 1, 2]);
  });
});

it('watches only sites that ask for it', () => {
  expect([isWatched(aSite()), isWatched(aSite({ capacity: 5 })), isWatched(aSite({ wardens: ['w'] }))]).toEqual([
    false,
    true,
    true,
  ]);
  expect(follow(newWatch('vw'), aSite(), ['ada'], at(0))).not.toHaveProperty('dueAt');
});
