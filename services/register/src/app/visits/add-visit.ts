import type { Handler, NewId } from '@guildhall/kernel';
import { overlappingVisit, personNotFound } from '../../domain/refusals.ts';
import { addVisit } from '../../domain/visit-correction.ts';
import { type Arrival, type Mover, openVisit, type Visit } from '../../domain/visit.ts';
import { isAlreadyInside } from '../failures.ts';
import type { Person } from '../ports.ts';
import { contextOf, type CorrectionDeps, storeCorrection } from './correcting.ts';

/** A visit that nobody recorded; without `leftAt` the person is inside now. */
export type AddVisit = Readonly<{
  siteId: string;
  personId: string;
  arrivedAt: Date;
  leftAt?: Date;
  entrance: string;
  reason: string;
  by: Mover;
}>;

type Deps = CorrectionDeps & Readonly<{ learnPerson: (personId: string) => Promise<Person | undefined>; newId: NewId }>;

export const addVisitHandler =
  (deps: Deps): Handler<AddVisit, Visit> =>
  async ({ siteId, personId, arrivedAt, leftAt, entrance, reason, by }) => {
    const site = await deps.sites.get(siteId);
    const person = await deps.learnPerson(personId);
    if (!person) throw personNotFound();
    const about = { site, personId, visitId: '', by, reason, selfDeclared: false, around: [arrivedAt] };
    const context = await contextOf(deps, about);
    const mover = { ...by, personId, displayName: person.displayName, via: 'admin' } as const;
    const arrival: Arrival = { site, day: deps.dayAt(site, arrivedAt), at: arrivedAt, by: mover, entrance };
    const id = deps.newId();
    // Refuses impossible times before anybody counts as inside.
    addVisit(id, arrival, leftAt, context);
    const entering = leftAt ? undefined : deps.presence.enter(openVisit(id, arrival));
    const decide = (occupancy: number) => addVisit(id, arrival, leftAt, { ...context, occupancy });
    return storeCorrection(deps, decide, entering, by, context.occupancy).catch((error: unknown) => {
      throw isAlreadyInside(error) ? overlappingVisit() : error;
    });
  };
