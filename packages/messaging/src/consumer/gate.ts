/** Counts who is inside, and lets nobody in while it is shut. */
export type Gate = Readonly<{
  /** Resolves with the number of free places when at least `atLeast` are free and the gate is open; 0 once released. */
  free(atLeast: number): Promise<number>;
  enter(): void;
  leave(): void;
  /** Shuts for a while that doubles each time, up to 5 s, until `calm`. */
  shut(): void;
  calm(): void;
  /** Resolves when everybody has left. */
  empty(): Promise<void>;
  /** Lets go of everybody who waits, for good. */
  release(): void;
}>;

const firstMs = 100;
const longestMs = 5_000;

type Waiter = Readonly<{ atLeast: number; resolve: (free: number) => void }>;

export function gate(places: number): Gate {
  let inside = 0;
  let shutMs = 0;
  let timer: NodeJS.Timeout | undefined;
  let released = false;
  let waiters: Waiter[] = [];
  let leavers: (() => void)[] = [];

  const wake = (): void => {
    if (timer && !released) return;
    const free = released ? 0 : places - inside;
    const woken = waiters.filter(({ atLeast }) => released || free >= atLeast);
    if (woken.length === 0) return;
    waiters = waiters.filter((waiter) => !woken.includes(waiter));
    for (const { resolve } of woken) resolve(free);
  };
  const open = (): void => {
    clearTimeout(timer);
    timer = undefined;
    wake();
  };

  return {
    free: (atLeast) =>
      new Promise((resolve) => {
        waiters.push({ atLeast, resolve });
        wake();
      }),
    enter: () => {
      inside += 1;
    },
    leave: () => {
      inside -= 1;
      if (waiters.length > 0) wake();
      if (inside > 0) return;
      for (const resolve of leavers.splice(0)) resolve();
    },
    shut: () => {
      if (timer || released) return;
      shutMs = Math.min(longestMs, Math.max(firstMs, shutMs * 2));
      timer = setTimeout(open, shutMs);
    },
    calm: () => {
      shutMs = 0;
    },
    empty: () => (inside === 0 ? Promise.resolve() : new Promise<void>((resolve) => leavers.push(resolve))),
    release: () => {
      released = true;
      open();
    },
  };
}
