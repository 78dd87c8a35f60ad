import { isStale } from '@guildhall/kernel';
import { visitorNotFound } from '../../domain/visitors/refusals.ts';
import type { Audited } from '../../domain/audit.ts';
import type { Visitor, VisitorFact } from '../../domain/visitors/visitor.ts';
import type { VisitorNotice } from '../../domain/visitors/visitor-notice.ts';
import type { VisitorRepository } from './ports.ts';

/** The visitor of this site. Throws `register.visitor_not_found`, also for one of another site. */
export async function findVisitor(visitors: VisitorRepository, id: string, siteId?: string): Promise<Visitor> {
  const visitor = await visitors.find(id);
  if (!visitor || (siteId !== undefined && visitor.siteId !== siteId)) throw visitorNotFound();
  return visitor;
}

type Step = Readonly<{ next: Visitor; messages: readonly (VisitorFact | VisitorNotice | Audited)[] }>;

const attempts = 4;

/** Decides and stores, again when somebody was faster. Undefined from `decide`: nothing to do. */
export async function changing(
  visitors: VisitorRepository,
  id: string,
  decide: (visitor: Visitor) => Promise<Step | undefined> | Step | undefined,
): Promise<Visitor> {
  for (let attempt = 1; ; attempt++) {
    const visitor = await findVisitor(visitors, id);
    const step = await decide(visitor);
    if (!step) return visitor;
    try {
      await visitors.save(step.next, step.messages);
      return step.next;
    } catch (error) {
      if (!isStale(error) || attempt === attempts) throw error;
    }
  }
}
