import type { Handler } from '@guildhall/kernel';
import type { Book, Rule } from '../../domain/book.ts';
import { changedRules, type RuleGiven, single } from '../../domain/book-rules.ts';
import { differenceOf } from '../../domain/consequences.ts';
import type { Caller } from '../ports.ts';
import { changeBook, type RuleDeps } from './change-book.ts';
import { type Consequences, weighChange } from './weigh-change.ts';

export type RulesChange = Readonly<{ add: readonly RuleGiven[]; remove: readonly string[] }>;

export type Weighed = Readonly<{ consequences: Consequences; version: number }>;

/** What a change of rules would do to whom. Changes nothing. */
export const previewRulesHandler =
  (deps: RuleDeps): Handler<RulesChange, Weighed> =>
  async (change) => {
    const book = await deps.books.read();
    const { next } = changedRules(book, change, deps.newId);
    return { consequences: await weighChange(deps, differenceOf(book, next), next), version: book.version };
  };

export type ChangeRules = RulesChange & Readonly<{ caller: Caller; confirmRemoved: number; version: number }>;

/** Changes rules, all or nothing. Answers what that does to whom. */
export const changeRulesHandler =
  (deps: RuleDeps): Handler<ChangeRules, Weighed> =>
  async ({ add, remove, ...asked }) => {
    const before: { book?: Book } = {};
    const { book, consequences } = await changeBook(deps, asked, (current) => {
      before.book = current;
      return changedRules(current, { add, remove }, deps.newId);
    });
    const weighed = consequences ?? (await weighChange(deps, differenceOf(before.book ?? book, book), book));
    return { consequences: weighed, version: book.version };
  };

export type CreateRule = Readonly<{ rule: RuleGiven; caller: Caller }>;

export type RuleAnswer = Readonly<{ rule: Rule; book: Book }>;

export const createRuleHandler =
  (deps: RuleDeps): Handler<CreateRule, RuleAnswer> =>
  async ({ rule: given, caller }) => {
    const add = { add: [given], remove: [] };
    const { book, change } = await changeBook(deps, { caller }, (current) =>
      changedRules(current, add, deps.newId, single),
    );
    const [rule] = change.added;
    if (!rule) throw new Error('a rule was to be added');
    return { rule, book };
  };

export type DeleteRule = Readonly<{ ruleId: string; caller: Caller; confirmRemoved: number }>;

export const deleteRuleHandler =
  (deps: RuleDeps): Handler<DeleteRule> =>
  async ({ ruleId, ...asked }) => {
    await changeBook(deps, asked, (book) => changedRules(book, { add: [], remove: [ruleId] }, deps.newId));
  };
