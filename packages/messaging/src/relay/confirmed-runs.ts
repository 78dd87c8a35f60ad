import type { Confirmed } from './outbox-source.ts';

const rotateMs = 2_000;

/**
 * Joins the confirmed saves of one owner whose versions follow each other, also with those of a moment ago: a document
 * that is saved again before it could be cleared is cleared with the next save.
 */
export function confirmedRuns() {
  let recent = new Map<string, Confirmed>();
  let older = new Map<string, Confirmed>();
  let rotatedAt = Date.now();

  const rotate = (): void => {
    if (Date.now() - rotatedAt < rotateMs) return;
    older = recent;
    recent = new Map();
    rotatedAt = Date.now();
  };

  return (saves: readonly Confirmed[]): Confirmed[] => {
    rotate();
    const owners = new Set<string>();
    for (const save of saves.toSorted((a, b) => a.version - b.version)) {
      const { owner } = save;
      const run = recent.get(owner) ?? older.get(owner);
      recent.set(owner, run ? joined(run, save) : save);
      owners.add(owner);
    }
    return [...owners].map((owner) => recent.get(owner) as Confirmed);
  };
}

/** Both as one where no version lies between them, else the later one: a gap may hold what nobody has brought out. */
function joined(one: Confirmed, other: Confirmed): Confirmed {
  const [low, high] = one.version < other.version ? [one, other] : [other, one];
  if (high.from > low.version + 1) return high;
  return { owner: high.owner, version: high.version, from: Math.min(low.from, high.from) };
}
