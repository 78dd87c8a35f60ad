import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anOrder, later, nine } from '../testing.ts';
import { type Chain, type ChainInput, follow, maskChain, startChain, type Step } from './escalation.ts';

const { idempotencyKey: _key, channel: _channel, to: _to, ...wish } = anOrder({ lane: 'emergency' });
const bySms: Step = { reach: { kind: 'preferred', nth: 0, channel: 'sms' }, waitSeconds: 60 };
const byNext: Step = { reach: { kind: 'nth', nth: 1 }, waitSeconds: 60 };
const warden: Step = { personId: 'warden', reach: { kind: 'every', nth: 0 }, waitSeconds: 120 };

const chain = (change: Partial<Chain> = {}): Chain => ({
  ...startChain({ id: 'c1', personId: 'ada', wish, steps: [bySms, byNext, warden] }, nine),
  ...change,
});

type Happened = readonly [second: number, input: ChainInput];
const tick: ChainInput = { kind: 'tick' };
const answered: ChainInput = { kind: 'answered' };

/** What is asked for, and when, as one thing after the other happens. */
function run(script: readonly Happened[], given = chain()) {
  let current = given;
  const asked: [step: number, second: number][] = [];
  for (const [second, input] of script) {
    const decided = follow(current, input, later(second));
    if (!decided) continue;
    expect(decided.next.version).toBe(current.version + 1);
    current = decided.next;
    if (decided.ask !== undefined) asked.push([decided.ask, second]);
  }
  return { asked, chain: current };
}

describe('an escalation', () => {
  it('asks by text message, after a minute by the next contact, then the warden, and ends', () => {
    const script: Happened[] = [0, 59, 60, 119, 120, 239, 240].map((second) => [second, tick]);
    const { asked, chain: after } = run(script);

    expect(asked).toEqual([
      [0, 0],
      [1, 60],
      [2, 120],
    ]);
    expect(after).toMatchObject({ status: 'exhausted', endedAt: later(240) });
  });

  it('asks nobody else after an answer', () => {
    const { asked, chain: after } = run([
      [0, tick],
      [30, answered],
      [60, tick],
      [600, tick],
    ]);

    expect(asked).toEqual([[0, 0]]);
    expect(after).toMatchObject({ status: 'answered', endedAt: later(30) });
  });

  it('goes on at once when the message will not arrive', () => {
    const { asked } = run([
      [0, tick],
      [2, { kind: 'failed', step: 0 }],
      [2, tick],
      [3, { kind: 'failed', step: 0 }],
      [3, tick],
      [62, tick],
    ]);
    expect(asked).toEqual([
      [0, 0],
      [1, 2],
      [2, 62],
    ]);
  });

  it('waits for the others where one of several messages will not arrive', () => {
    const several = chain({ steps: [{ ...bySms, reach: { kind: 'every', nth: 0 } }, warden] });
    const { asked } = run(
      [
        [0, tick],
        [2, { kind: 'failed', step: 0 }],
        [2, tick],
      ],
      several,
    );
    expect(asked).toEqual([[0, 0]]);
  });

  it('ends when what it asks has expired', () => {
    const expiring = chain({ wish: { ...wish, expiresAt: later(50) } });
    const { asked, chain: after } = run(
      [
        [0, tick],
        [60, tick],
      ],
      expiring,
    );
    expect(asked).toEqual([[0, 0]]);
    expect(after.status).toBe('exhausted');
  });

  it('can be called off', () => {
    expect(
      run([
        [0, { kind: 'cancelled' }],
        [1, tick],
      ]),
    ).toMatchObject({ asked: [], chain: { status: 'cancelled' } });
  });

  it('forgets whom it was about thirty days after its end', () => {
    const { chain: over } = run([[0, answered]]);
    expect(over.dueAt).toEqual(later(30 * 86_400));
    const masked = maskChain(over);
    expect(JSON.stringify(masked)).not.toMatch(/ada|warden|Lovelace/);
    expect(masked).not.toHaveProperty('dueAt');
  });
});

const inputs = fc.oneof(
  { weight: 4, arbitrary: fc.constant<ChainInput>(tick) },
  { weight: 1, arbitrary: fc.constantFrom<ChainInput>(answered, { kind: 'cancelled' }) },
  { weight: 2, arbitrary: fc.integer({ min: -1, max: 6 }).map((step): ChainInput => ({ kind: 'failed', step })) },
);
const steps = fc.array(
  fc.record({
    reach: fc.record({ kind: fc.constantFrom('preferred' as const, 'every' as const, 'nth' as const), nth: fc.nat(3) }),
    waitSeconds: fc.integer({ min: 5, max: 300 }),
  }),
  { minLength: 1, maxLength: 6 },
);
// In any order, also backwards in time, and each of them several times.
const script = fc.array(fc.tuple(fc.integer({ min: 0, max: 3_000 }), inputs, fc.integer({ min: 1, max: 3 })), {
  maxLength: 60,
});

describe('an escalation, whatever is told in whatever order and however often', () => {
  const runs = fc.property(steps, script, (given, happened) => {
    const told = happened.flatMap(([second, input, times]): Happened[] =>
      Array.from({ length: times }, (): Happened => [second, input]),
    );
    const { asked, chain: after } = run(told, chain({ steps: given }));
    const order = asked.map(([step]) => step);

    // At most one message for each step, in their order.
    expect(order).toEqual(given.map((_, index) => index).slice(0, order.length));
    expect(after.asked).toBe(order.length);
    // A chain that runs always has a time at which it goes on.
    expect(after.dueAt).toBeDefined();
  });
  it('asks at most once for each step and never stands still', () => {
    fc.assert(runs, { numRuns: 500 });
  });

  it('asks nothing after the first answer', () => {
    fc.assert(
      fc.property(steps, script, script, (given, before, behind) => {
        const told = (part: typeof before): Happened[] => part.map(([second, input]) => [second, input]);
        const first = run([...told(before), [3_000, answered]], chain({ steps: given }));
        const second = run(told(behind), first.chain);
        expect(second.asked).toEqual([]);
        expect(second.chain).toBe(first.chain);
      }),
      { numRuns: 500 },
    );
  });

  it('asks every step when time alone passes and nobody answers', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const ticks = Array.from({ length: 2_000 }, (_, second): Happened => [second, tick]);
        const { asked, chain: after } = run(ticks, chain({ steps: given }));
        expect(asked).toHaveLength(given.length);
        expect(after.status).toBe('exhausted');
      }),
      { numRuns: 20 },
    );
  });
});
