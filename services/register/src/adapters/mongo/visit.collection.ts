import type { Aggregates, IndexSpec, Stored } from '@guildhall/mongo';
import type { Visit } from '../../domain/visit.ts';

export const visitCollection = 'visits';

export type VisitState = Omit<Visit, 'id' | 'version'>;
export type Visits = Aggregates<VisitState>;

export const oneOpenVisit = 'one_open_visit';

// Each index is paid for with every movement, and again when its facts are out: measured, a fifth of the store's work.
// So queries by person name all sites, few as they are, and share what is there.
export const visitIndexes: readonly IndexSpec[] = [
  // Sign-in: at most one open visit for a person at a site. Also who is inside a site, and whether one person is.
  {
    name: oneOpenVisit,
    keys: { 'state.siteId': 1, 'state.personId': 1 },
    unique: true,
    where: { 'state.open': true },
  },
  // Statistics of a site over days; audit entries of the last days; and, with all sites named, those of one person.
  { name: 'site_days_people', keys: { 'state.siteId': 1, 'state.date': 1, 'state.personId': 1 } },
];

export const toVisit = ({ _id, version, state }: Pick<Stored<VisitState>, '_id' | 'version' | 'state'>): Visit => ({
  ...state,
  // Those from before there were visitors say nothing of it.
  kind: (state as Partial<VisitState>).kind ?? 'person',
  id: _id,
  version,
});
