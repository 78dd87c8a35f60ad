type Options = Readonly<{
  atOnce: number;
  /** They begin when nobody asked for one for so long, */
  quietMs: number;
  /** or the first has waited for so long. */
  longestMs: number;
}>;

/** `job` never rejects. */
export type Later = (job: () => Promise<void>) => void;

/**
 * Twilio reports moments after it took a message, not while more are being brought: so its reports do not slow down
 * whoever sends many.
 */
export function callbacks({ atOnce, quietMs, longestMs }: Options): Later {
  const waiting: (() => Promise<void>)[] = [];
  let running = 0;
  let timer: NodeJS.Timeout | undefined;
  let since: number | undefined;

  const next = (): void => {
    since = undefined;
    while (running < atOnce) {
      const job = waiting.shift();
      if (!job) return;
      running += 1;
      void job().finally(() => {
        running -= 1;
        next();
      });
    }
  };

  return (job) => {
    waiting.push(job);
    since ??= performance.now();
    clearTimeout(timer);
    timer = setTimeout(next, Math.max(0, Math.min(quietMs, longestMs - (performance.now() - since))));
    timer.unref();
  };
}
