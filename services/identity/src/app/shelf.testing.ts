import { AppError } from '@guildhall/kernel';
import { type AuditEntry, isAudited } from '../domain/audit.ts';

export type Versioned = Readonly<{ id: string; version: number }>;

/** Takes what is said; an array does. */
export type Said = Readonly<{ push(...said: unknown[]): unknown }>;

/** Sorts what is said: audit entries go to one list, facts to the other. */
export const sorted = (facts: unknown[], recorded: AuditEntry[]): Said => ({
  push: (...said) => {
    for (const one of said as readonly Readonly<{ type: string }>[]) {
      if (isAudited(one)) recorded.push(one.entry);
      else facts.push(one);
    }
  },
});

/** One document per id, each saved only over its predecessor, as the store does it. */
export function shelf<Entity extends Versioned>(facts: Said, refuse?: (wanted: Entity, others: Entity[]) => void) {
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
