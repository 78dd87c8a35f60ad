import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

export interface KeptProcess {
  readonly pid: number | undefined;
  /** Ends it for good: the signal, then SIGKILL when it takes longer than `patienceMs`. */
  stop(signal: NodeJS.Signals, patienceMs: number): Promise<void>;
}

export interface KeepOptions {
  readonly start: () => ChildProcess;
  /** Called after each start. */
  readonly onStart: () => void;
  /** Called when it ended by itself and is started again. */
  readonly onRestart: (how: string) => void;
}

const FIRST_WAIT_MS = 20;
const LONGEST_WAIT_MS = 2_000;
const HEALTHY_AFTER_MS = 5_000;

/** Waits for a child's end; a child that could not be started has ended too. */
const endOf = async (child: ChildProcess): Promise<string> => {
  try {
    const [code, signal] = await once(child, 'exit');
    return signal === null ? `code ${code}` : String(signal);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

const untilEnd = async (child: ChildProcess, patienceMs: number): Promise<void> => {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const late = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await once(child, 'exit');
  clearTimeout(late);
};

/**
 * Starts a process and starts it again whenever it ends, at once at first and more slowly while it keeps ending. As its
 * parent we also reap it: a dead postmaster that nobody waits for would block its successor.
 */
export const keepAlive = ({ start, onStart, onRestart }: KeepOptions): KeptProcess => {
  const stopping = new AbortController();
  let child: ChildProcess;
  let wait = FIRST_WAIT_MS;
  const launch = (): void => {
    child = start();
    onStart();
  };
  const watch = async (): Promise<void> => {
    for (;;) {
      const startedAt = Date.now();
      const how = await endOf(child);
      if (stopping.signal.aborted) return;
      onRestart(how);
      wait = Date.now() - startedAt > HEALTHY_AFTER_MS ? FIRST_WAIT_MS : Math.min(wait * 2, LONGEST_WAIT_MS);
      await delay(wait, undefined, { signal: stopping.signal });
      launch();
    }
  };
  launch();
  // The only failure of watching is the wait that `stop` cuts short.
  const watching = watch().catch(() => undefined);
  return {
    get pid() {
      return child.pid;
    },
    stop: async (signal, patienceMs) => {
      stopping.abort();
      child.kill(signal);
      await untilEnd(child, patienceMs);
      await watching;
    },
  };
};
