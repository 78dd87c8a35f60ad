import type { Clock } from '@guildhall/kernel';
import { eraseVisitor } from '../../domain/visitors/erase-visitor.ts';
import type { Visitor } from '../../domain/visitors/visitor.ts';
import { anonymise } from '../../domain/visit-owner.ts';
import type { VisitRepository } from '../ports.ts';
import type { Pictures, VisitorRepository } from './ports.ts';

export type EraseVisitor = (visitor: Visitor) => Promise<void>;

type Deps = Readonly<{ visitors: VisitorRepository; visits: VisitRepository; pictures: Pictures; clock: Clock }>;

/** Pictures first, the mark that it is done last: what breaks off in between is done again. */
export const eraseVisitorBy =
  ({ visitors, visits, pictures, clock }: Deps): EraseVisitor =>
  async (visitor) => {
    const signatures = visitor.acceptances.flatMap(({ signatureId }) => signatureId ?? []);
    await pictures.remove([...(visitor.photoId ? [visitor.photoId] : []), ...signatures]);
    for (const id of [...(visitor.earlierVisitIds ?? []), ...(visitor.visitId ? [visitor.visitId] : [])]) {
      const visit = await visits.find(id);
      // The visit stays the visitor's, for counts; nobody has to hear that it lost its name.
      if (visit && !visit.open && visit.displayName !== '') {
        await visits.save(anonymise(visit, visit.personId, clock.now(), 0).next, []);
      }
    }
    await visitors.save(eraseVisitor(visitor).next, []);
  };

/** Erases the details of those whose day was before `date` and who have gone; says how many there were. */
export const eraseVisitorDetailsBefore =
  ({ visitors }: Pick<Deps, 'visitors'>, erase: EraseVisitor) =>
  async (siteId: string, date: string): Promise<number> => {
    const kept = await visitors.keptFromBefore(siteId, date);
    const over = kept.filter(({ status }) => status !== 'expected' && status !== 'inside');
    for (const visitor of over) await erase(visitor);
    return over.length;
  };
