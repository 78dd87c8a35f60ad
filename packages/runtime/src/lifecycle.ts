/** What a process holds open, let go of in the reverse order. */
export type Lifecycle = Readonly<{
  /**
   * Waits for a resource and remembers how to let go of it. When closing has begun meanwhile, the resource is
   * released at once and the call throws.
   */
  hold<T>(name: string, resource: T | Promise<T>, release: (held: T) => unknown): Promise<T>;
  /** Releases everything, last first, each in its turn; further calls wait for the same closing. Never throws. */
  close(): Promise<void>;
}>;

/**
 * Opens resources in order and closes them in the reverse order, once.
 *
 * @param report is told of each release that failed; the others are still released.
 */
export function lifecycle(report: (name: string, error: unknown) => void): Lifecycle {
  const releases: [name: string, release: () => unknown][] = [];
  let closing: Promise<void> | undefined;

  const releaseAll = async (): Promise<void> => {
    for (const [name, release] of releases.toReversed()) {
      try {
        await release();
      } catch (error) {
        report(name, error);
      }
    }
  };

  return {
    async hold(name, resource, release) {
      const held = await resource;
      if (closing) {
        await release(held);
        throw new Error(`${name} was opened while the process was closing`);
      }
      releases.push([name, () => release(held)]);
      return held;
    },
    close: () => (closing ??= releaseAll()),
  };
}
