import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anEntry, aMark, secondsIn } from './testing.ts';
import { stateOf } from './entry.ts';
import { decidingMark, mergeMarks, type RollCallMark, sameMarks } from './mark.ts';

const anyMark: fc.Arbitrary<RollCallMark> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    state: fc.constantFrom('safe', 'help', 'missing', 'not_on_site', 'unclear'),
    at: fc.integer({ min: 0, max: 5 }).map(secondsIn),
    byId: fc.constantFrom('wanda', 'walt', 'willa'),
    source: fc.constantFrom('warden', 'sms', 'link', 'muster', 'scan'),
    receivedAt: fc.integer({ min: 5, max: 9 }).map(secondsIn),
  })
  .map((mark) => aMark(mark));

const marks = fc.array(anyMark, { maxLength: 12 });
const boardOf = (known: readonly RollCallMark[]) => {
  const { state, mark } = stateOf(anEntry({ marks: known }));
  return { state, by: mark?.id, marks: known };
};

describe('marks', () => {
  it('give one board whatever order they come in, and however often', () => {
    fc.assert(
      fc.property(marks, fc.infiniteStream(fc.nat()), (all, random) => {
        const keyed = [...all, ...all].map((mark) => ({ mark, key: random.next().value ?? 0 }));
        const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ mark }) => mark);
        const oneByOne = shuffled.reduce<readonly RollCallMark[]>((known, mark) => mergeMarks(known, [mark]), []);
        expect(boardOf(oneByOne)).toEqual(boardOf(mergeMarks([], all)));
      }),
      { numRuns: 500 },
    );
  });

  it('give three wardens who were apart one board, whoever meets whom first', () => {
    fc.assert(
      fc.property(marks, marks, marks, (wanda, walt, willa) => {
        const [a, b, c] = [wanda, walt, willa].map((own) => mergeMarks([], own)) as [
          RollCallMark[],
          RollCallMark[],
          RollCallMark[],
        ];
        const expected = boardOf(mergeMarks(mergeMarks(a, b), c));
        for (const [x, y, z] of [
          [b, c, a],
          [c, a, b],
          [c, b, a],
          [a, c, b],
          [b, a, c],
        ] as const) {
          expect(boardOf(mergeMarks(x, mergeMarks(y, z)))).toEqual(expected);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are all kept', () => {
    fc.assert(
      fc.property(marks, marks, (some, others) => {
        const ids = new Set([...some, ...others].map(({ id }) => id));
        expect(new Set(mergeMarks(some, others).map(({ id }) => id))).toEqual(ids);
      }),
    );
  });

  it('of one id are one mark, as it was heard first', () => {
    const first = aMark({ receivedAt: secondsIn(20) });
    const again = aMark({ receivedAt: secondsIn(40) });
    expect(mergeMarks([again], [first])).toEqual([first]);
    expect(sameMarks([first], [again])).toBe(true);
  });

  it('tell two contents of one id apart', () => {
    expect(sameMarks([aMark()], [aMark({ note: 'by the lift' })])).toBe(false);
  });
});

describe('the mark that decides', () => {
  it('is the last one that was said, not the last that arrived', () => {
    const early = aMark({ id: 'm1', state: 'missing', at: secondsIn(10), receivedAt: secondsIn(90) });
    const late = aMark({ id: 'm2', state: 'safe', at: secondsIn(20), receivedAt: secondsIn(20) });
    expect(decidingMark([late, early])).toEqual(late);
  });

  it('stays a call for help until a warden says otherwise', () => {
    const help = aMark({ id: 'm1', state: 'help', source: 'sms', at: secondsIn(10) });
    const safe = aMark({ id: 'm2', state: 'safe', source: 'link', at: secondsIn(20) });
    const warden = aMark({ id: 'm3', state: 'safe', source: 'warden', at: secondsIn(30) });
    expect(decidingMark([help, safe])).toEqual(help);
    expect(decidingMark([help, safe, warden])).toEqual(warden);
  });

  it('is none of those that nobody understands', () => {
    expect(decidingMark([aMark({ state: 'unclear', source: 'sms' })])).toBeUndefined();
  });
});
