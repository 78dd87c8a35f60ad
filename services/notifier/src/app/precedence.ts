/** Lets emergencies go before everything else in this process, its time on the processor included. */
export type Precedence = Readonly<{
  /** An emergency is to be sent until the returned function is called; calling it again does nothing. */
  enter(): () => void;
  /** Resolves when none is, or in a while all the same: one that hangs must not stop everything. */
  calm(): Promise<void>;
}>;

/** As long as a call to a provider may take. */
const LONGEST_MS = 10_000;

export function emergenciesFirst(longestMs = LONGEST_MS): Precedence {
  const waiting = new Set<() => void>();
  let underWay = 0;

  const leave = (): void => {
    underWay -= 1;
    if (underWay > 0) return;
    for (const go of waiting) go();
  };

  return {
    enter: () => {
      underWay += 1;
      let isLeft = false;
      return () => {
        if (isLeft) return;
        isLeft = true;
        leave();
      };
    },
    calm: () => {
      if (underWay === 0) return Promise.resolve();
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
