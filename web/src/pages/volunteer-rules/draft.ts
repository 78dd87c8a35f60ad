import type { ListRulesResponse, Rule, RuleInput } from '@guildhall/client';

/** Changes of the rules that do not count yet. */
export type Draft = Readonly<{ add: readonly RuleInput[]; remove: readonly string[] }>;

export const blankDraft: Draft = { add: [], remove: [] };

export const sizeOf = ({ add, remove }: Draft): number => add.length + remove.length;

export const isEverywhere = ({ where, template }: Rule): boolean =>
  template === '' && [where.area, where.district, where.branch].every((part) => part === '');

/** The rule by which a role gives a channel everywhere. */
export const plainRule = ({ rules }: ListRulesResponse, role: string, channelId: string): Rule | undefined =>
  rules.find((rule) => rule.role === role && rule.channelId === channelId && isEverywhere(rule));

const isPlain = (input: RuleInput, role: string, channelId: string): boolean =>
  input.role === role && input.channel === channelId && input.where === undefined;

export type Cell = Readonly<{ isGiven: boolean; isChanged: boolean }>;

/** Whether a role gives a channel once the draft counts. */
export function cellOf(stored: ListRulesResponse, draft: Draft, role: string, channelId: string): Cell {
  const rule = plainRule(stored, role, channelId);
  const isAdded = draft.add.some((input) => isPlain(input, role, channelId));
  const isRemoved = rule !== undefined && draft.remove.includes(rule.ruleId);
  return { isGiven: rule ? !isRemoved : isAdded, isChanged: isAdded || isRemoved };
}

/** The draft with one cell turned; turned twice, it is as it was. */
export function turned(stored: ListRulesResponse, draft: Draft, role: string, channelId: string): Draft {
  const rule = plainRule(stored, role, channelId);
  if (rule) return withRemoval(draft, rule.ruleId);
  const { isChanged } = cellOf(stored, draft, role, channelId);
  const add = isChanged
    ? draft.add.filter((input) => !isPlain(input, role, channelId))
    : [...draft.add, { role, channel: channelId }];
  return { ...draft, add };
}

/** The draft with a rule removed; asked for twice, it stays. */
export const withRemoval = (draft: Draft, ruleId: string): Draft => ({
  ...draft,
  remove: draft.remove.includes(ruleId) ? draft.remove.filter((one) => one !== ruleId) : [...draft.remove, ruleId],
});
