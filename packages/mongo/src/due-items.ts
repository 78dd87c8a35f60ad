import { AppError, attributes, type Clock, metrics as names } from '@guildhall/kernel';
import { metrics } from '@opentelemetry/api';
import { backOff } from './back-off.ts';
import { type DueReader, dueReader } from './due-reader.ts';
import type { Aggregates } from './aggregates.ts';

export type DueItemsOptions<State> = Readonly<{
  of: Pick<Aggregates<State>, 'model'>;
  /** Business time. */
  clock: Clock;
  /**
   * Loads, decides, saves with another `dueAt` or none. The version check makes a second replica harmless: `stale`
   * counts as done by somebody else, `store.outbox_waiting` as to be done later.
   */
  handle: (id: string) => Promise<void>;
  /** Items handled at once. Default 64. */
  batch?: number;
  /** How often to look for what another replica or a moved clock left behind, in milliseconds. Default 3 000. */
  sweepMs?: number;
  /** Hears of every failure; the item is tried again later, with a growing delay. */
  report: (error: unknown, id: string) => void;
}>;

export type DueItems = Readonly<{
  /** Something is due earlier than was known, or the clock was moved: look now. */
  nudge(): void;
  /** Finishes what runs. */
  close(): Promise<void>;
}>;

/** Handles aggregates when their `dueAt` has come. One timer for the earliest; a sweep for everything it cannot know. */
export function dueItems<State>(options: DueItemsOptions<State>): DueItems {
  const { of, clock, batch = 64, sweepMs = 3_000, report } = options;
  const reader = dueReader(of.model, clock);
  const failures = backOff();
  const handleOne = handlerOf(options, failures.failed);
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let wished = false;
  const ended = new AbortController();

  const run = async (): Promise<void> => {
    do {
      wished = false;
      await handleAll(reader, batch, failures.active, handleOne);
    } while (wished && !ended.signal.aborted);
    const nextMs = await reader.msToNext(sweepMs);
    if (!ended.signal.aborted && nextMs !== undefined) timer = setTimeout(nudge, nextMs);
  };

  const nudge = (): void => {
    wished = true;
    if (running || ended.signal.aborted) return;
    clearTimeout(timer);
    running = run()
      .catch((error: unknown) => report(error, ''))
      .finally(() => {
        running = undefined;
        // Somebody nudged when the last look was over already.
        if (wished) nudge();
      });
  };

  const sweeps = setInterval(nudge, sweepMs);
  nudge();
  return {
    nudge,
    close: async () => {
      ended.abort();
      clearInterval(sweeps);
      clearTimeout(timer);
      await running;
    },
  };
}

/** Takes what is due in batches until nothing is left, or nothing moves. */
async function handleAll(
  reader: DueReader,
  batch: number,
  failing: () => readonly string[],
  handle: (id: string) => Promise<boolean>,
): Promise<void> {
  const seen = new Set<string>();
  for (;;) {
    const ids = await reader.due(batch, failing());
    // What is still due after it was handled must not keep this going for ever: the next sweep takes it again.
    const fresh = ids.filter((id) => !seen.has(id));
    const handled = await Promise.all(fresh.map(handle));
    fresh.forEach((id) => seen.add(id));
    if (ids.length < batch || !handled.includes(true)) return;
  }
}

function handlerOf<State>({ of, handle, report }: DueItemsOptions<State>, failed: (id: string) => void) {
  const counter = metrics.getMeter('@guildhall/mongo').createCounter(names.dueHandled);
  const collection = of.model.collection.collectionName;
  const count = (outcome: string): void =>
    counter.add(1, { [attributes.collection]: collection, [attributes.outcome]: outcome });

  return async (id: string): Promise<boolean> => {
    try {
      await handle(id);
      count('done');
      return true;
    } catch (error) {
      if (error instanceof AppError && error.kind === 'stale') {
        count('stale');
        return true;
      }
      failed(id);
      const isWaiting = error instanceof AppError && error.code === 'store.outbox_waiting';
      count(isWaiting ? 'waiting' : 'failed');
      if (!isWaiting) report(error, id);
      return false;
    }
  };
}
