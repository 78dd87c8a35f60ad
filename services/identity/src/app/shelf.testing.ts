import { AppError } from '@guildhall/kernel';

export type Versioned = Readonly<{ id: string; version: number }>;

/** One document per id, each saved only over its predecessor, as the store does it. */
export function shelf<Entity extends Versioned>(facts: unknown[], refuse?: (wanted: Entity, others: Entity[]) => void) {
  const kept = new Map<string, Entity>();
  const all = (): Entity[] => [...kept.values()];
  const stale = (): AppError => new AppError('stale', 'store.stale_version', 'Somebody was faster.');
  return {
    all,
    find: async (id: string) => kept.get(id),
    first: async (is: (entity: Entity) => boolean) => all().find(is),
    save: async (entity: Entity, said: readonly unknown[]) => {
      if ((kept.get(entity.id)?.version ?? 0) !== entity.version - 1) throw stale();
      refuse?.(
        entity,
        all().filter(({ id }) => id !== entity.id),
      );
      kept.set(entity.id, entity);
      facts.push(...said);
    },
    remove: async ({ id, version }: Entity) => {
      if (kept.get(id)?.version !== version) throw stale();
      kept.delete(id);
    },
  };
}
