import { retryStale } from '@guildhall/kernel';
import { recordRefusals } from '../../domain/credential-refusals.ts';
import type { Person } from '../../domain/person.ts';
import type { People } from '../ports.ts';

/** Keeps other merges away from these people, in the order of their ids. Gives them in the order asked for. */
export async function claimPeople(
  people: People,
  ids: readonly string[],
  mergeId: string,
): Promise<readonly (Person | undefined)[]> {
  const claimed = new Map<string, Person | undefined>();
  for (const id of ids.toSorted()) claimed.set(id, await claimOne(people, id, mergeId, ids.indexOf(id)));
  return ids.map((id) => claimed.get(id));
}

const claimOne = (people: People, id: string, mergeId: string, index: number): Promise<Person | undefined> =>
  retryStale(async () => {
    const current = await people.find(id);
    if (!current || current.mergeId === mergeId) return current;
    const pointer = index === 0 ? '/survivorId' : `/mergedIds/${index - 1}`;
    if (current.mergeId) throw recordRefusals.notMergeable(pointer, 'is being merged already');
    const next: Person = { ...current, version: current.version + 1, mergeId };
    await people.save(next, []);
    return next;
  });

/** Lets go of those that this merge has. */
export async function releasePeople(people: People, ids: readonly string[], mergeId: string): Promise<void> {
  for (const id of ids) {
    await retryStale(async () => {
      const current = await people.find(id);
      if (current?.mergeId !== mergeId) return;
      const { mergeId: _released, ...rest } = current;
      await people.save({ ...rest, version: current.version + 1 }, []);
    });
  }
}
