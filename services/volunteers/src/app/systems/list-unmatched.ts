import type { Handler } from '@guildhall/kernel';
import { nameOf, type Volunteer } from '../../domain/volunteer.ts';
import type { VolunteerReadings } from '../volunteers/readings.ts';
import type { CallSystem } from './calling.ts';
import { keysOf, likeness } from './likeness.ts';
import { paged } from './paged.ts';
import type { Accounts, SlackAccount } from './ports.ts';

export type Suggestion = Readonly<{ volunteerId: string; name: string; email: string; likeness: number }>;
export type Unmatched = Readonly<{ account: SlackAccount; suggestions: readonly Suggestion[] }>;

type Deps = Readonly<{
  accounts: Accounts;
  call: CallSystem;
  readings: Pick<VolunteerReadings, 'accounts' | 'withoutAccount'>;
}>;

const mostShown = 1_000;
const mostSuggestions = 3;
const leastLike = 60;

/** Members of the workspace who are nobody's account, those first who look like somebody. */
export const listUnmatchedHandler =
  ({ accounts, call, readings }: Deps): Handler<void, readonly Unmatched[]> =>
  async () => {
    const taken = await readings.accounts();
    const nobodys: SlackAccount[] = [];
    for await (const page of paged(call, 'slack', accounts.all())) {
      nobodys.push(...page.filter(({ id, deleted, isBot }) => !deleted && !isBot && !taken.has(id)));
    }
    const suggest = await suggesting(readings);
    return nobodys
      .map((account): Unmatched => ({ account, suggestions: suggest(account) }))
      .toSorted((a, b) => best(b) - best(a) || (a.account.name < b.account.name ? -1 : 1))
      .slice(0, mostShown);
  };

const best = ({ suggestions }: Unmatched): number => suggestions[0]?.likeness ?? 0;

/** Compares only with those whose name or address begins alike. */
async function suggesting(readings: Deps['readings']): Promise<(account: SlackAccount) => readonly Suggestion[]> {
  const byKey = new Map<string, Omit<Suggestion, 'likeness'>[]>();
  for await (const page of readings.withoutAccount()) {
    for (const one of page.map(shown)) {
      for (const key of keysOf(one)) listOf(byKey, key).push(one);
    }
  }
  return (account) =>
    [...new Set(keysOf(account).flatMap((key) => byKey.get(key) ?? []))]
      .map((one) => ({ ...one, likeness: likeness(account, one) }))
      .filter((one) => one.likeness >= leastLike)
      .toSorted((a, b) => b.likeness - a.likeness)
      .slice(0, mostSuggestions);
}

function listOf<Item>(lists: Map<string, Item[]>, key: string): Item[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

const shown = (volunteer: Volunteer) => {
  const { volunteerId, email } = volunteer;
  return { volunteerId, email, name: nameOf(volunteer) };
};
