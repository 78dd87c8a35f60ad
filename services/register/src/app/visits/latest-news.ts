type News = Readonly<{ version: number; owner: string | undefined }>;

/**
 * The latest that is known of visits that ended or changed hands, up to a limit: the oldest is forgotten first. Answers
 * of the store and facts of other processes arrive in any order; the version of the visit tells which is later.
 */
export function latestNews(limit: number) {
  const known = new Map<string, News>();
  const isOld = (visitId: string, version: number): boolean => (known.get(visitId)?.version ?? 0) > version;
  return {
    isOld,
    /** Whose the visit is; undefined when it is over, or nothing is known of it. */
    ownerOf: (visitId: string): string | undefined => known.get(visitId)?.owner,
    /** False when something later is known already. No owner: the visit is over. */
    learn(visitId: string, version: number, owner: string | undefined): boolean {
      if (isOld(visitId, version)) return false;
      known.delete(visitId);
      known.set(visitId, { version, owner });
      if (known.size > limit) {
        const [oldest] = known.keys();
        if (oldest !== undefined) known.delete(oldest);
      }
      return true;
    },
  };
}
