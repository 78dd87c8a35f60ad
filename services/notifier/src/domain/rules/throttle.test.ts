import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { later, nine } from '../testing.ts';
import { admit, endOf, type Tally, type Throttle } from './throttle.ts';

const empty: Tally = { id: 't', version: 0, slots: [], windowMs: 0 };
const throttle = (change: Partial<Throttle> = {}): Throttle => ({
  key: 'k',
  count: 2,
  windowMs: 60_000,
  over: 'hold',
  ...change,
});

/** One after the other; answers what each was told. */
const told = (of: Throttle, asked: readonly (readonly [id: string, seconds: number])[]) => {
  let tally = empty;
  return asked.map(([id, seconds]) => {
    const result = admit(tally, id, of, later(seconds));
    ({ tally } = result);
    const { admission } = result;
    return 'until' in admission
      ? [admission.kind, (admission.until.getTime() - nine.getTime()) / 1_000]
      : admission.kind;
  });
};

describe('a throttle', () => {
  it('lets so many through in any window', () => {
    expect(
      told(throttle({ over: 'drop' }), [
        ['a', 0],
        ['b', 30],
        ['c', 59],
        ['d', 60],
        ['e', 61],
        ['f', 90],
      ]),
    ).toEqual(['now', 'now', 'drop', 'now', 'drop', 'now']);
  });

  it('holds each of the rest until there is room for it', () => {
    expect(
      told(throttle(), [
        ['a', 0],
        ['b', 10],
        ['c', 20],
        ['d', 20],
        ['e', 20],
      ]),
    ).toEqual(['now', 'now', ['hold', 60], ['hold', 70], ['hold', 120]]);
  });

  it('tells all of the rest the same moment when they are to be one message', () => {
    expect(
      told(throttle({ over: 'merge' }), [
        ['a', 0],
        ['b', 10],
        ['c', 20],
        ['d', 30],
        ['e', 65],
        ['f', 66],
      ]),
    ).toEqual(['now', 'now', ['merge', 60], ['merge', 60], ['merge', 70], ['merge', 70]]);
  });

  it('says the same of a message that is asked about again', () => {
    expect(
      told(throttle({ count: 1 }), [
        ['a', 0],
        ['a', 1],
        ['b', 2],
        ['b', 3],
        ['b', 60],
      ]),
    ).toEqual(['now', 'now', ['hold', 60], ['hold', 60], 'now']);
  });

  it('stays small: what cannot be booked any more is dropped', () => {
    const answers = told(
      throttle({ count: 1 }),
      Array.from({ length: 1_100 }, (_, n) => [`m${n}`, 0] as const),
    );
    expect(answers.filter((answer) => answer === 'drop')).toHaveLength(100);
  });

  it('never lets more than its count go in a window, whatever comes when', () => {
    const times = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 4 }), (seconds, count) => {
        const asked = seconds.toSorted((a, b) => a - b).map((at, n) => [`m${n}`, at] as const);
        const sentAt = told(throttle({ count }), asked)
          .map((answer, n) => (answer === 'now' ? (asked[n]?.[1] ?? 0) : Number(answer[1])))
          .toSorted((a, b) => a - b);
        sentAt.forEach((at, n) => {
          expect(at - (sentAt[n - count] ?? -60)).toBeGreaterThanOrEqual(60);
        });
      }),
    );
  });

  it('matters until its last place is out of the window', () => {
    expect(endOf({ slots: [{ id: 'a', at: nine }], windowMs: 60_000 })).toEqual(later(60));
  });
});
