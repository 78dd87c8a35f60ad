import type { Confirmed } from '@guildhall/messaging';

/** One `updateMany`: these owners, if they are at `version` and nothing older than `from` waits. */
export type Clear = Readonly<{ version: number; from: number; owners: string[] }>;

const ownersAtMost = 64;

/** The writes that clear these saves; an owner stands in one of them only. */
export function clearsOf(saves: readonly Confirmed[]): Clear[] {
  const clears: Clear[] = [];
  const open = new Map<string, Clear>();
  for (const { owner, version, from } of saves) {
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
