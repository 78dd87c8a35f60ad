import { useSyncExternalStore } from 'react';

export type Notice = Readonly<{ id: number; message: string }>;

const shownMs = 6_000;

let notices: readonly Notice[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function replace(next: readonly Notice[]): void {
  notices = next;
  for (const listener of listeners) listener();
}

/** Says for some seconds that something was done; the newest word takes the place of an older one. */
export function say(message: string): void {
  lastId += 1;
  const id = lastId;
  replace([{ id, message }]);
  setTimeout(() => replace(notices.filter((notice) => notice.id !== id)), shownMs);
}

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What is being said now. */
export const useNotices = (): readonly Notice[] => useSyncExternalStore(listen, () => notices);
