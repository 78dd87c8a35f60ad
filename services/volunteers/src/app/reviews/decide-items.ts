import { AppError, type Clock, type Handler, isTransient, retryStale } from '@guildhall/kernel';
import type { Audited } from '../../domain/audit.ts';
import { locationOf } from '../../domain/book.ts';
import { beginRevoking, certify, isUndecided, type ReviewItem } from '../../domain/review.ts';
import { governanceRefusals } from '../../domain/governance-refusals.ts';
import { refusals } from '../../domain/refusals.ts';
import { reaches } from '../../domain/scope.ts';
import type { Books, Caller, Scopes, Volunteers } from '../ports.ts';
import { auditedAct } from '../volunteers/acts.ts';
import { authorityOf } from '../volunteers/authority.ts';
import type { ReviewItems } from './ports.ts';
import { completeRevoking, putBack } from './revoking.ts';

export type Decision = Readonly<{ reviewId: string; isCertified: boolean; reason: string; caller: Caller }>;

export type DecideItems = Decision & Readonly<{ itemIds: readonly string[] }>;

export type Decided = Readonly<{
  items: readonly ReviewItem[];
  failures: readonly Readonly<{ itemId: string; error: AppError }>[];
}>;

/** Ends the role that an item is about. */
export type EndRole = (item: ReviewItem, caller: Caller) => Promise<void>;

export type DecideDeps = Readonly<{
  items: ReviewItems;
  volunteers: Volunteers;
  books: Books;
  scopes: Scopes;
  clock: Clock;
  endRole: EndRole;
  nudge: () => void;
}>;

/** Decides each item by itself: one that cannot be decided does not stop the others. */
export const decideItemsHandler =
  (deps: DecideDeps): Handler<DecideItems, Decided> =>
  async ({ itemIds, ...decision }) => {
    const ids = [...new Set(itemIds)];
    // Roles of one volunteer end one after the other.
    const atOnce = decision.isCertified ? certifiedAtOnce : 1;
    const outcomes: Outcome[] = [];
    for (let from = 0; from < ids.length; from += atOnce) {
      const some = ids.slice(from, from + atOnce).map((itemId) => outcomeOf(deps, itemId, decision));
      outcomes.push(...(await Promise.all(some)));
    }
    return {
      items: outcomes.flatMap((one) => ('item' in one ? [one.item] : [])),
      failures: outcomes.flatMap((one) => ('error' in one ? [one] : [])),
    };
  };

const certifiedAtOnce = 50;

type Outcome = Readonly<{ item: ReviewItem }> | Decided['failures'][number];

async function outcomeOf(deps: DecideDeps, itemId: string, decision: Decision): Promise<Outcome> {
  try {
    return { item: await decideOne(deps, itemId, decision) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { itemId, error };
  }
}

async function decideOne(deps: DecideDeps, itemId: string, decision: Decision): Promise<ReviewItem> {
  const { item, isNew } = await keepDecision(deps, itemId, decision);
  if (!isNew || item.state !== 'revoking') return item;
  try {
    await deps.endRole(item, decision.caller);
  } catch (error) {
    if (error instanceof AppError && !isTransient(error.kind)) await putBack(deps, itemId);
    throw error;
  }
  return completeRevoking(deps, itemId);
}

const keepDecision = (deps: DecideDeps, itemId: string, decision: Decision) =>
  retryStale(async () => {
    const { isCertified, reason, caller } = decision;
    const item = await itemToDecide(deps, itemId, decision);
    const same = isCertified ? ['certified'] : ['revoking', 'revoked'];
    if (same.includes(item.state)) return { item, isNew: false };
    if (!isUndecided(item)) throw refusals.notPending();
    const now = deps.clock.now();
    const made = { by: caller.principal.personId, reason: reason.trim(), now };
    const next = isCertified ? certify(item, made) : beginRevoking(item, made);
    await deps.items.save(next, [entryOf(next, isCertified, caller, now)]);
    deps.nudge();
    return { item: next, isNew: true };
  });

/** It is read with the volunteer's own history. */
function entryOf(item: ReviewItem, isCertified: boolean, caller: Caller, now: Date): Audited {
  const action = isCertified ? 'review.certified' : 'review.revoked';
  const act = auditedAct(item, now, caller, { action, subject: item.roleKey, reason: item.reason });
  return { ...act, entry: { ...act.entry, subjectId: item.volunteerId } };
}

async function itemToDecide(deps: DecideDeps, itemId: string, { reviewId, caller }: Decision): Promise<ReviewItem> {
  const { scope, personId } = await authorityOf(deps.scopes, caller);
  const item = await deps.items.find(itemId);
  const place = item && locationOf(await deps.books.read(), item.locationId);
  const isWithin = scope === undefined || (place !== undefined && reaches(scope, place));
  if (item?.reviewId !== reviewId || !isWithin) throw governanceRefusals.reviewItemNotFound();
  const volunteer = await deps.volunteers.find(item.volunteerId);
  if (volunteer?.personId !== undefined && volunteer.personId === personId) throw governanceRefusals.ownReview();
  return item;
}
