import type { Confirmed, OutboxSource } from './outbox-source.ts';

/** Tells a source what its streams have, held back a little so that the writes are few and full. */
export function clearLane(source: OutboxSource, holdBackMs: number, report: (error: unknown) => void) {
  let waiting: Confirmed[] = [];
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  const clear = (): Promise<void> => {
    timer = undefined;
    const saves = waiting;
    waiting = [];
    if (saves.length === 0) return Promise.resolve();
    // The sweep takes what cannot be cleared now.
    return source.confirmed(saves).catch(report);
  };

  // One at a time: two writes over the same documents would only wait for each other.
  const next = (): Promise<void> => (running = running.then(clear));

  return {
    add(save: Confirmed): void {
      waiting.push(save);
      timer ??= setTimeout(() => void next(), holdBackMs);
    },
    /** Clears what is left at once. */
    close(): Promise<void> {
      clearTimeout(timer);
      return next();
    },
  };
}
