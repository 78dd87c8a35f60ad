import type { Aggregates } from '@guildhall/mongo';
import type { TextBudgets } from '../../app/ports.ts';
import { budgetOverAt, type TextBudget } from '../../domain/text-budget.ts';
import { findById } from './documents.ts';

export type TextBudgetState = Omit<TextBudget, 'id' | 'version'>;

export const textBudgetRepository = (budgets: Aggregates<TextBudgetState>): TextBudgets => ({
  find: (id) => findById(budgets, id),
  save: async (budget) => {
    const { id, version, ...state } = budget;
    await budgets.save({ id, version, state, dueAt: budgetOverAt(budget) });
  },
});
