import { audited, type Audited, doneBy } from '../audit.ts';
import type { Mover } from '../visit.ts';
import { type Approval, isPending } from './approval.ts';
import { ownAnnouncement } from './refusals.ts';
import { cancelVisitor, type Visitor, type VisitorFact } from './visitor.ts';

export type Verdict = Readonly<{ approve: boolean; reason: string; by: Mover; at: Date; eraseAt: Date }>;

/**
 * Somebody agrees or does not; undefined where that was said before. Nobody decides about whom they announced
 * themselves.
 */
export function decide(
  visitor: Visitor,
  { approve, reason, by, at, eraseAt }: Verdict,
): Readonly<{ next: Visitor; facts: readonly (VisitorFact | Audited)[] }> | undefined {
  if (visitor.announcedById === by.personId) throw ownAnnouncement();
  if (!isPending(visitor)) return undefined;
  const approval: Approval = { state: approve ? 'approved' : 'refused', byId: by.personId, at, reason };
  const decided = { ...visitor, approval };
  const { next, facts } = approve
    ? { next: { ...decided, version: visitor.version + 1 }, facts: [] }
    : cancelVisitor(decided, 'cancelled', at, eraseAt);
  const action = approve ? 'visitor.approve' : 'visitor.refuse';
  const { id: subjectId, siteId } = visitor;
  const entry = { ...doneBy(by), id: `${action}-${subjectId}-${next.version}`, at, action, subjectId, siteId } as const;
  return { next, facts: [...facts, audited(next, entry)] };
}
