import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder, staysOf, type TimelineEvent } from './timeline.ts';

const day = Date.parse('2026-03-02T00:00:00Z');
const midnightAfter = (at: Date) => new Date((Math.floor(at.getTime() / 86_400_000) + 1) * 86_400_000);

const event = (id: string, minute: number, what: TimelineEvent['what']): TimelineEvent => ({
  id,
  what,
  via: 'kiosk',
  entrance: '',
  at: new Date(day + minute * 6e4),
});

const told = (events: readonly TimelineEvent[]) =>
  staysOf(events, midnightAfter).map(({ opening, end }) => [opening.id, end?.id]);

const anyEvents = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 3 }),
    minute: fc.integer({ min: 0, max: 4_000 }),
    what: fc.constantFrom('in' as const, 'out' as const, 'tap' as const),
  }),
  { selector: ({ id }) => id, maxLength: 14 },
);

describe('the stays that follow from events', () => {
  it('begin with coming and end with going', () => {
    expect(told([event('a', 540, 'in'), event('b', 1_020, 'out')])).toEqual([['a', 'b']]);
  });

  it('are split by what is told late', () => {
    const late = [event('lunch', 720, 'out'), event('back', 780, 'in')];
    expect(told([event('a', 540, 'in'), event('b', 1_020, 'out'), ...late])).toEqual([
      ['a', 'lunch'],
      ['back', 'b'],
    ]);
  });

  it('say nothing new for coming while inside and going while outside', () => {
    expect(told([event('x', 1, 'out'), event('a', 2, 'in'), event('y', 3, 'in')])).toEqual([['a', undefined]]);
  });

  it('end by themselves when the day does', () => {
    expect(told([event('a', 540, 'in'), event('b', 1_500, 'in'), event('c', 1_600, 'out')])).toEqual([
      ['a', undefined],
      ['b', 'c'],
    ]);
  });

  it('alternate with taps, and a badge that is held for a while taps once', () => {
    const held = { ...event('again', 540, 'tap'), at: new Date(day + 540 * 60_000 + 4_000) };
    expect(told([event('a', 540, 'tap'), held, event('b', 600, 'tap')])).toEqual([['a', 'b']]);
  });

  it('depend on the set alone, whatever the order and the repeats', () => {
    fc.assert(
      fc.property(
        anyEvents.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
        ),
        ([all, mixed]) => {
          const make = (given: typeof all) => given.map(({ id, minute, what }) => event(id, minute, what));
          expect(told(make(mixed))).toEqual(told(make(all)));
        },
      ),
    );
  });

  it('never overlap', () => {
    fc.assert(
      fc.property(anyEvents, (all) => {
        const stays = staysOf(
          all.map(({ id, minute, what }) => event(id, minute, what)),
          midnightAfter,
        );
        for (const [i, { opening, end, until }] of stays.entries()) {
          expect(opening.at <= (end?.at ?? until)).toBe(true);
          const next = stays[i + 1]?.opening.at ?? new Date(8e15);
          expect((end?.at ?? until) <= next).toBe(true);
        }
      }),
    );
  });

  it('take events of one moment in one order', () => {
    const [out, coming] = [event('a', 1, 'out'), event('b', 1, 'in')];
    expect(inOrder([out, coming])).toEqual(inOrder([coming, out]));
  });
});
