import { describe, expect, it } from 'vitest';
import { budgetOverAt, isGettingLow, spendText, type TextBudget } from './text-budget.ts';

const at = new Date('2026-03-02T23:00:00Z');
const spent = (count: number): TextBudget => ({ id: '2026-03-02', version: count, spent: count });

describe('the text messages of a day', () => {
  it('are counted from the first', () => {
    expect(spendText(undefined, 10, at)).toEqual({ id: '2026-03-02', version: 1, spent: 1 });
    expect(spendText(spent(9), 10, at).spent).toBe(10);
  });

  it('are no more than that, until the next day begins', () => {
    const refused = expect.objectContaining({ code: 'identity.text_budget_spent', retryAfterSeconds: 3_600 });
    expect(() => spendText(spent(10), 10, at)).toThrow(refused);
  });

  it('are told to run low once, when four in five are spent', () => {
    expect([7, 8, 9].map((count) => isGettingLow(spent(count), 10))).toEqual([false, true, false]);
  });

  it('are forgotten when the day is over everywhere', () => {
    expect(budgetOverAt(spent(1))).toEqual(new Date('2026-03-04T00:00:00Z'));
  });
});
