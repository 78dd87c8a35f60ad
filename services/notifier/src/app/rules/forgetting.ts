import type { Recollection } from './recollection.ts';

type Repository<Decided extends Readonly<{ next: Readonly<{ id: string }> }>> = Readonly<{
  save(decided: Decided): Promise<void>;
}>;

/** The same repository; what it stores is not remembered as it was before. Others hear of it as a fact. */
export const forgetting = <
  Decided extends Readonly<{ next: Readonly<{ id: string }> }>,
  Kept extends Repository<Decided>,
>(
  repository: Kept & Repository<Decided>,
  known: Pick<Recollection<unknown>, 'forget'>,
): Kept => ({
  ...repository,
  save: async (decided: Decided) => {
    try {
      await repository.save(decided);
    } finally {
      known.forget(decided.next.id);
    }
  },
});
