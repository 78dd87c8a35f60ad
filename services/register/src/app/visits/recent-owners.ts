/** Whose the visits are that were given to somebody else lately, up to a limit: the oldest is forgotten first. */
export function recentOwners(limit: number) {
  const owners = new Map<string, string>();
  return {
    set(visitId: string, personId: string): void {
      owners.delete(visitId);
      owners.set(visitId, personId);
      if (owners.size <= limit) return;
      const [oldest] = owners.keys();
      if (oldest !== undefined) owners.delete(oldest);
    },
    /** True when the visit is known to be another person's now. */
    contradict: (visitId: string, personId: string): boolean => (owners.get(visitId) ?? personId) !== personId,
  };
}
