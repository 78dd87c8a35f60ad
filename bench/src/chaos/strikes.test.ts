import { describe, expect, it } from 'vitest';
import { carriers, planOf, strikesIn } from './strikes.ts';

describe('the plan', () => {
  it('strikes everybody once before anybody twice', () => {
    const plan = planOf(8);
    expect(new Set(plan).size).toBe(8);
    expect(plan).toEqual(expect.arrayContaining(['gateway', 'register', 'identity', 'notifier', 'nats', 'postgres']));
  });

  it('deletes the files of the broker once only', () => {
    expect(planOf(16).filter((what) => what.includes('files'))).toHaveLength(1);
  });

  it('strikes whoever carries messages, where only those are meant', () => {
    expect(planOf(strikesIn(15, carriers), carriers)).toEqual([...carriers]);
  });

  it('strikes everybody however short the run', () => {
    expect(strikesIn(15)).toBe(8);
    expect(strikesIn(60)).toBe(16);
  });
});
