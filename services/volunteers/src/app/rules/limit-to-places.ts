import type { Clock, Handler } from '@guildhall/kernel';
import { resolveWhere, type RuleGiven } from '../../domain/book-rules.ts';
import { refusals } from '../../domain/refusals.ts';
import { ruleRefusals } from '../../domain/rule-refusals.ts';
import type { Books, Caller, Manager, People, Scopes } from '../ports.ts';
import { setLimits } from './set-limits.ts';

export type NamedManager = Manager & Readonly<{ name: string }>;

type Deps = Readonly<{ scopes: Scopes; books: Books; people: Pick<People, 'namesOf'>; clock: Clock }>;

/** Who is limited to places, by name. */
export const listManagersHandler =
  ({ scopes, people }: Pick<Deps, 'scopes' | 'people'>): Handler<void, readonly NamedManager[]> =>
  async () => {
    const managers = await scopes.all();
    const names = await people.namesOf(managers.map(({ personId }) => personId));
    return managers
      .map((manager) => ({ ...manager, name: names.get(manager.personId) ?? '' }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en') || (a.personId < b.personId ? -1 : 1));
  };

export type SetManager = Readonly<{ personId: string; scopes: readonly RuleGiven['where'][]; caller: Caller }>;

/** Limits a person to places; to none at all where the list is empty. */
export const setManagerHandler =
  ({ scopes, books, people, clock }: Deps): Handler<SetManager, NamedManager> =>
  async ({ personId, scopes: given, caller }) => {
    const name = (await people.namesOf([personId])).get(personId);
    if (name === undefined) throw refusals.field('/personId', 'is nobody whom we know');
    const { locations } = await books.read();
    const places = given.map((where, index) => {
      const pointer = `/scopes/${index}`;
      if (Object.values(where).every((part) => part.trim() === '')) {
        throw refusals.field(pointer, 'must name an area, a district or a branch: everywhere is no limit');
      }
      return resolveWhere(locations, where, pointer);
    });
    await setLimits({ scopes, clock }, personId, await scopes.of(personId), places, caller);
    return { personId, name, scopes: places };
  };

export type DeleteManager = Readonly<{ personId: string; caller: Caller }>;

/** The person's permissions count everywhere again. */
export const deleteManagerHandler =
  ({ scopes, clock }: Deps): Handler<DeleteManager> =>
  async ({ personId, caller }) => {
    const before = await scopes.of(personId);
    if (!before) throw ruleRefusals.limitsNotFound();
    await setLimits({ scopes, clock }, personId, before, undefined, caller);
  };
