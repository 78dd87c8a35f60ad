import { secondsUntil } from './challenge.ts';
import { refusals } from './refusals.ts';

const dayMs = 24 * 3_600_000;
const lowShare = 0.8;

/** The text messages with codes of one day (UTC), whoever asked for them: sending them costs money. */
export type TextBudget = Readonly<{ id: string; version: number; spent: number }>;

export const budgetIdOf = (at: Date): string => at.toISOString().slice(0, 10);

/** One more. Throws `identity.text_budget_spent` until the next day begins. */
export function spendText(current: TextBudget | undefined, perDay: number, at: Date): TextBudget {
  const { version = 0, spent = 0 } = current ?? {};
  if (spent >= perDay) throw refusals.textBudgetSpent(secondsUntil(endOf(at), at));
  return { id: budgetIdOf(at), version: version + 1, spent: spent + 1 };
}

/** True of the one message by which four in five are spent. */
export const isGettingLow = ({ spent }: TextBudget, perDay: number): boolean => spent === Math.ceil(perDay * lowShare);

/** When a day's budget no longer matters. */
export const budgetOverAt = ({ id }: TextBudget): Date => new Date(Date.parse(id) + 2 * dayMs);

const endOf = (at: Date): Date => new Date((Math.floor(at.getTime() / dayMs) + 1) * dayMs);
