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

type Waiter = Readonly<{ atLeast: number; resolve: (free: number) => void }>;

export function gate(places: number): Gate {
  const shutter = shutterOf(() => wake());
  let inside = 0;
  let released = false;
  let waiters: Waiter[] = [];
  let leavers: (() => void)[] = [];

  const wake = (): void => {
    if (shutter.isShut() && !released) return;
    const free = released ? 0 : places - inside;
    const woken = waiters.filter(({ atLeast }) => released || free >= atLeast);
    waiters = waiters.filter((waiter) => !woken.includes(waiter));
    for (const { resolve } of woken) resolve(free);
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
      if (!released) shutter.shut();
    },
    calm: shutter.calm,
    empty: () => (inside === 0 ? Promise.resolve() : new Promise<void>((resolve) => leavers.push(resolve))),
    release: () => {
      released = true;
      shutter.open();
    },
  };
}

const firstMs = 100;
const longestMs = 5_000;

/** Shut for a time that doubles. */
function shutterOf(onOpen: () => void) {
  let shutMs = 0;
  let timer: NodeJS.Timeout | undefined;

  const open = (): void => {
    clearTimeout(timer);
    timer = undefined;
    onOpen();
  };
  return {
    open,
    isShut: (): boolean => timer !== undefined,
    shut: (): void => {
      if (timer) return;
      shutMs = Math.min(longestMs, Math.max(firstMs, shutMs * 2));
      timer = setTimeout(open, shutMs);
    },
    calm: (): void => {
      shutMs = 0;
    },
  };
}
