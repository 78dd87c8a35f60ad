/** The last ids that were added, up to a limit: the oldest is forgotten first. */
export function recentIds(limit: number) {
  const ids = new Set<string>();
  return {
    has: (id: string): boolean => ids.has(id),
    delete: (id: string): boolean => ids.delete(id),
    add(id: string): void {
      ids.add(id);
      if (ids.size <= limit) return;
      const [oldest] = ids;
      if (oldest !== undefined) ids.delete(oldest);
    },
  };
}
