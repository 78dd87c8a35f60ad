/** Lets emergencies go before everything else in this process, its time on the processor included. */
export type Precedence = Readonly<{
  /** An emergency is to be sent until the returned function is called; calling it again does nothing. */
  enter(): () => void;
  /** Resolves when none is, or in a while all the same: one that hangs must not stop everything. */
  calm(): Promise<void>;
}>;

/** As long as a call to a provider may take. */
const LONGEST_MS = 10_000;
/** After the last one: calls of one alarm come in waves, and what rushes in between them delays the next. */
const QUIET_MS = 250;

export function emergenciesFirst(longestMs = LONGEST_MS, quietMs = QUIET_MS): Precedence {
  const waiting = new Set<() => void>();
  let underWay = 0;
  let quiet: NodeJS.Timeout | undefined;

  const wake = (): void => {
    quiet = undefined;
    for (const go of waiting) go();
  };
  const leave = (): void => {
    underWay -= 1;
    if (underWay === 0) quiet = setTimeout(wake, quietMs);
  };

  return {
    enter: () => {
      underWay += 1;
      clearTimeout(quiet);
      quiet = undefined;
      let isLeft = false;
      return () => {
        if (isLeft) return;
        isLeft = true;
        leave();
      };
    },
    calm: () => {
      if (underWay === 0 && !quiet) return Promise.resolve();
      const { promise, resolve } = Promise.withResolvers<void>();
      const go = (): void => {
        clearTimeout(timer);
        waiting.delete(go);
        resolve();
      };
      const timer = setTimeout(go, longestMs);
      waiting.add(go);
      return promise;
    },
  };
}
