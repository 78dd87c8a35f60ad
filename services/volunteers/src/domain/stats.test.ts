import { describe, expect, it } from 'vitest';
import { type Dated, isWaiting, measuresOf, type Span, Tally } from './stats.ts';

const at = (day: string): Date => new Date(`2026-${day}T08:00:00Z`);
const span: Span = { from: at('02-27'), until: at('03-03') };
const now = at('03-02');
const somebody = (change: Partial<Dated> = {}): Dated => ({
  status: 'active',
  state: 'NOT_IN_WORKSPACE',
  createdAt: at('03-01'),
  ...change,
});
const names = (one: Dated): readonly string[] => measuresOf(one, span).map(([name]) => name);

describe('what somebody counts for', () => {
  it('is waiting, while nobody has seen them in the workspace', () => {
    expect(names(somebody())).toEqual(['registered', 'waiting']);
  });

  it('is joining, whenever they were registered', () => {
    expect(names(somebody({ createdAt: at('01-10'), joinedAt: at('03-01') }))).toEqual(['joined']);
  });

  it('is having joined as it was once counted: registered, and not waiting', () => {
    expect(names(somebody({ joinedAt: at('03-01') }))).toEqual(['registered', 'legacyJoined', 'joined']);
  });

  it('is being stuck, where some access failed', () => {
    expect(names(somebody({ state: 'PARTIAL', joinedAt: at('03-01') }))).toContain('failed');
    expect(names(somebody({ state: 'PARTIAL', createdAt: at('01-10') }))).toEqual([]);
  });

  it('is leaving on the day of it; who has left waits for nothing', () => {
    const gone = somebody({ status: 'left', createdAt: at('01-10'), leftAt: at('03-02') });
    expect(names(gone)).toEqual(['left']);
    expect(isWaiting(gone)).toBe(false);
  });

  it('begins with the first moment of the span and ends before the last', () => {
    expect(names(somebody({ createdAt: span.from }))).toContain('registered');
    expect(names(somebody({ createdAt: span.until }))).not.toContain('registered');
  });
});

describe('a tally', () => {
  const waitedFor = (...days: readonly number[]) => {
    const tally = new Tally();
    for (const count of days) {
      tally.add('waiting', somebody({ createdAt: new Date(now.getTime() - count * 86_400_000) }), now);
    }
    return tally.result();
  };

  it('tells for how long people wait', () => {
    expect(waitedFor(9, 1, 3)).toMatchObject({ waiting: 3, waitingMedianDays: 3, waitingP90Days: 9 });
    expect(waitedFor(1, 2, 3, 4)).toMatchObject({ waitingMedianDays: 2.5 });
  });

  it('tells nothing of how long nobody waits', () => {
    expect(new Tally().result()).not.toHaveProperty('waitingMedianDays');
  });
});
