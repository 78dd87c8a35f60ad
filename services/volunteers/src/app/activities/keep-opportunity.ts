import { type Clock, type Handler, type NewId, retryStale } from '@guildhall/kernel';
import type { Book } from '../../domain/book.ts';
import type { Opportunity } from '../../domain/opportunity.ts';
import { refusals } from '../../domain/refusals.ts';
import type { Caller } from '../ports.ts';
import { auditedAct } from '../volunteers/acts.ts';
import { assertReaches, type Authority, authorityOf } from '../volunteers/authority.ts';
import { type Place, resolvePlace, resolveRole } from '../volunteers/resolve-assignment.ts';
import { type PlaceDeps, seenOpportunity } from './places.ts';

export type OpportunityGiven = Pick<Opportunity, 'title' | 'description' | 'siteId' | 'published'> &
  Readonly<{ place: Place; role: string }>;

type Deps = PlaceDeps & Readonly<{ clock: Clock; newId: NewId }>;

export type CreateOpportunity = Readonly<{ given: OpportunityGiven; caller: Caller }>;

export const createOpportunityHandler =
  (deps: Deps): Handler<CreateOpportunity, Opportunity> =>
  async ({ given, caller }) => {
    const [book, authority] = [await deps.books.read(), await authorityOf(deps.scopes, caller)];
    const now = deps.clock.now();
    const opportunity: Opportunity = {
      ...checked(given, book, authority),
      id: deps.newId(),
      version: 1,
      createdAt: now,
      createdBy: caller.principal.personId,
    };
    await deps.opportunities.save(opportunity, [
      auditedAct(opportunity, now, caller, { action: 'opportunity.created', after: opportunity.title }),
    ]);
    return opportunity;
  };

/** A version of 0 is not checked. */
export type UpdateOpportunity = CreateOpportunity & Readonly<{ opportunityId: string; version: number }>;

export const updateOpportunityHandler =
  (deps: Deps): Handler<UpdateOpportunity, Opportunity> =>
  ({ opportunityId, version, given, caller }) =>
    retryStale(async () => {
      const { opportunity, book, authority } = await seenOpportunity(deps, opportunityId, caller);
      if (version !== 0 && version !== opportunity.version) throw refusals.versionConflict();
      const next = { ...opportunity, ...checked(given, book, authority), version: opportunity.version + 1 };
      await deps.opportunities.save(next, [
        auditedAct(next, deps.clock.now(), caller, {
          action: 'opportunity.changed',
          before: opportunity.title,
          after: next.title,
        }),
      ]);
      return next;
    });

function checked({ place, role, ...given }: OpportunityGiven, book: Book, authority: Authority) {
  const title = given.title.trim();
  if (title === '') throw refusals.field('/title', 'must not be empty');
  const location = resolvePlace(book, place, '');
  assertReaches(authority, location);
  const roleKey = role.trim() === '' ? '' : resolveRole(book, role, '').key;
  const { siteId, published, description } = given;
  return { title, description: description.trim(), siteId: siteId.trim(), published, locationId: location.id, roleKey };
}
