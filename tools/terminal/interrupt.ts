/** One press reaches us up to three times (terminal, npm, bootstrap): what comes this soon after the first is the same press. */
const SAME_PRESS_MS = 400;

export interface Interrupt {
  /** Aborted at the first request to stop. */
  readonly signal: AbortSignal;
}

export interface InterruptHooks {
  /** The first request: stop in order. */
  first(): void;
  /** A later one: stop at once. */
  again(): void;
}

/** This process, or what stands in for it. */
type Signals = Pick<NodeJS.EventEmitter, 'on'> & { readonly channel?: { unref(): void } | undefined };

/** Watches for Ctrl-C, a polite kill, and the death of the process that started us. */
export const onInterrupt = (
  hooks: InterruptHooks,
  source: Signals = process,
  now = () => performance.now(),
): Interrupt => {
  const abort = new AbortController();
  let firstAt: number | undefined;
  const press = () => {
    if (firstAt === undefined) {
      firstAt = now();
      hooks.first();
      abort.abort();
    } else if (now() - firstAt > SAME_PRESS_MS) hooks.again();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) source.on(name, press);
  // Listening must not keep us alive when all is done.
  source.channel?.unref();
  return { signal: abort.signal };
};
