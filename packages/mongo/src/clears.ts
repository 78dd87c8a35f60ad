import type { Confirmed } from '@guildhall/messaging';

/** One `updateMany`: these owners, if they are at `version` and nothing older than `from` waits. */
export type Clear = Readonly<{ version: number; from: number; owners: string[] }>;

const ownersAtMost = 64;

/**
 * The writes that clear these saves. Saves of one owner count together only where their versions follow each other
 * without a gap: in a gap there may be a message that another process has not brought out. The sweep takes what is
 * left.
 */
export function clearsOf(saves: readonly Confirmed[]): Clear[] {
  const runs = new Map<string, Confirmed>();
  for (const save of saves.toSorted((a, b) => a.version - b.version)) {
    const run = runs.get(save.owner);
    const follows = run && save.from <= run.version + 1;
    runs.set(save.owner, follows ? { ...save, from: Math.min(run.from, save.from) } : save);
  }
  const clears: Clear[] = [];
  const open = new Map<string, Clear>();
  for (const { owner, version, from } of runs.values()) {
    const key = `${version}:${from}`;
    let clear = open.get(key);
    if (!clear || clear.owners.length >= ownersAtMost) {
      clear = { version, from, owners: [] };
      open.set(key, clear);
      clears.push(clear);
    }
    clear.owners.push(owner);
  }
  return clears;
}
