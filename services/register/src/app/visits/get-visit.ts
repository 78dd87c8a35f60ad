import type { Handler } from '@guildhall/kernel';
import { visitNotFound } from '../../domain/refusals.ts';
import type { Visit } from '../../domain/visit.ts';
import type { VisitRepository } from '../ports.ts';

/** Throws `register.visit_not_found`. */
export const getVisitHandler =
  (visits: VisitRepository): Handler<string, Visit> =>
  async (visitId) => {
    const visit = await visits.find(visitId);
    if (!visit) throw visitNotFound();
    return visit;
  };
