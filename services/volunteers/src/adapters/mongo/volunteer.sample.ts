import type { Aggregates } from '@guildhall/mongo';
import type { Position, Selection } from '../../app/volunteers/list-volunteers.ts';
import type { VolunteerState } from './volunteer.collection.ts';

/** What is known of some volunteers: enough to guess where a page ends. */
export type Sampled = Pick<VolunteerState, 'sortName' | 'status' | 'roleKeys' | 'locationIds'> &
  Readonly<{ state: string }>;

/** Some volunteers in the order of their names, each of whom stands for `weight` of all. */
export type Sample = Readonly<{ names: readonly Sampled[]; weight: number }>;

const size = 2_000;
const freshMs = 60_000;
/** So many times a page are to be within the guess. */
const ample = 2;

/**
 * The name before which a page most likely ends; nothing where so few match that all of them may as well be read. A
 * guess: who reads has to look whether the page is full.
 */
export function likelyEnd(
  { names, weight }: Sample,
  selection: Selection,
  after: Position | undefined,
  limit: number,
): string | undefined {
  const from = after?.sortName ?? '';
  const ahead = names.filter((one) => one.sortName > from && isMeant(one, selection));
  return ahead[Math.ceil((limit * ample) / weight)]?.sortName;
}

function isMeant({ status, state, roleKeys, locationIds }: Sampled, selection: Selection): boolean {
  return (
    selection.statuses.includes(status) &&
    (selection.state === '' || selection.state === state) &&
    (selection.role === '' || roleKeys.includes(selection.role)) &&
    (!selection.locationIds || selection.locationIds.some((id) => locationIds.includes(id)))
  );
}

/** Keeps a sample that is a minute old at most when it is asked for; nothing until there is a first one. */
export function sampling({ model }: Pick<Aggregates<VolunteerState>, 'model'>): () => Sample | undefined {
  let kept: Sample | undefined;
  let staleAtMs = 0;
  let isReading = false;
  const read = async (): Promise<void> => {
    const total = await model.estimatedDocumentCount();
    const fields = { 'state.sortName': 1, 'state.status': 1, 'state.roleKeys': 1, 'state.locationIds': 1 };
    const found = await model.aggregate<Readonly<{ state: VolunteerState }>>([
      { $sample: { size } },
      { $project: { ...fields, 'state.onboarding.state': 1 } },
    ]);
    const names = found.map(({ state: { onboarding, ...state } }) => ({ ...state, state: onboarding.state }));
    kept = { names: names.toSorted(byName), weight: Math.max(1, total / Math.max(1, names.length)) };
    staleAtMs = performance.now() + freshMs;
  };
  return () => {
    if (!isReading && performance.now() > staleAtMs) {
      isReading = true;
      // Without a sample a page is read as well, only slower.
      const end = (): void => void (isReading = false);
      read().then(end, end);
    }
    return kept;
  };
}

const byName = (a: Sampled, b: Sampled): number => (a.sortName < b.sortName ? -1 : Number(a.sortName > b.sortName));
