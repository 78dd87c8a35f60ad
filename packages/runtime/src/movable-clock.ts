import type { Bus } from '@guildhall/messaging';
import type { Clock } from '@guildhall/kernel';

/** Business time that may be moved, and tells who waits for a moment that it was. */
export type MovableClock = Clock &
  Readonly<{
    /** Calls `listener` after each move; returns what ends that. */
    onMove(listener: () => void): () => void;
  }>;

/** A clock at a distance from real time; `move` sets the distance in milliseconds. */
export function offsetClock(real: () => number = Date.now): MovableClock & Readonly<{ move(offsetMs: number): void }> {
  const listeners = new Set<() => void>();
  let offset = 0;
  return {
    now: () => new Date(real() + offset),
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    move(offsetMs) {
      if (offsetMs === offset) return;
      offset = offsetMs;
      for (const listener of listeners) listener();
    },
  };
}

const movedSubject = 'sandbox.clock';
const askSubject = 'sandbox.clock.get';
const askTimeoutMs = 500;
const retryMs = 1_000;

type Following = Readonly<{ clock: MovableClock; close(): void }>;

/**
 * Follows the sandbox's clock: asks for its offset at start, then hears of every move and acknowledges it by name.
 * While the sandbox is away the last offset holds, and it is asked again every second until it answers; so it is after each
 * interruption of the connection.
 */
export async function followSandboxClock({ nc, onStatus }: Bus, name: string): Promise<Following> {
  const clock = offsetClock();
  let retry: NodeJS.Timeout | undefined;
  const apply = (text: string): void => {
    const { offsetMs } = JSON.parse(text) as { offsetMs?: unknown };
    if (typeof offsetMs === 'number' && Number.isFinite(offsetMs)) clock.move(offsetMs);
  };
  const moves = nc.subscribe(movedSubject, {
    callback: (error, message) => {
      if (error) return;
      apply(message.string());
      message.respond(name);
    },
  });
  const ask = async (): Promise<void> => {
    clearTimeout(retry);
    try {
      apply((await nc.request(askSubject, '', { timeout: askTimeoutMs })).string());
    } catch {
      retry = setTimeout(() => void ask(), retryMs).unref();
    }
  };
  await ask();
  // The clock may have been moved while we could not hear.
  const forgetStatus = onStatus((status) => {
    if (status === 'reconnect') void ask();
  });
  return {
    clock,
    close: () => {
      forgetStatus();
      clearTimeout(retry);
      moves.unsubscribe();
    },
  };
}
