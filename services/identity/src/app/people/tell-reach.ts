import { type Clock, isStale } from '@guildhall/kernel';
import { told } from '../../domain/person.ts';
import type { People } from '../ports.ts';

const pageSize = 200;

/** Says how each person is reached of whom it was never said, at every start of every replica. */
export const reachTeller =
  ({ people, clock }: Readonly<{ people: People; clock: Clock }>) =>
  async (): Promise<void> => {
    for (;;) {
      const page = await people.unreached(pageSize);
      const saved = page.map(async (person) => {
        const { next, facts } = told(person, {}, clock.now());
        await people.save(next, facts).catch((error: unknown) => {
          // Another replica is at it, or the person has just changed, which says it too.
          if (!isStale(error)) throw error;
        });
      });
      await Promise.all(saved);
      if (page.length < pageSize) return;
    }
  };
