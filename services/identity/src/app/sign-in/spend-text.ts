import { retryStale } from '@guildhall/kernel';
import type { Method } from '../../domain/contact.ts';
import { budgetIdOf, isGettingLow, spendText } from '../../domain/text-budget.ts';
import type { TextBudgets } from '../ports.ts';

/** Takes one text message from the budget of the day. Throws `identity.text_budget_spent`; an e-mail costs nothing. */
export type SpendText = (method: Method, at: Date) => Promise<void>;

type Deps = Readonly<{
  textBudgets: TextBudgets;
  textsPerDay: number;
  /** Hears once a day that four in five are spent. */
  textsRunLow: () => void;
}>;

export const textSpender =
  ({ textBudgets, textsPerDay, textsRunLow }: Deps): SpendText =>
  async (method, at) => {
    if (method !== 'sms') return;
    const next = await retryStale(async () => {
      const budget = spendText(await textBudgets.find(budgetIdOf(at)), textsPerDay, at);
      await textBudgets.save(budget);
      return budget;
    });
    if (isGettingLow(next, textsPerDay)) textsRunLow();
  };
