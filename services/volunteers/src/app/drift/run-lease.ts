import type { Clock } from '@guildhall/kernel';
import { isStale } from '@guildhall/kernel';
import { type Reconciliation, released, renewed } from '../../domain/reconciliation.ts';
import { finished, type Result } from '../../domain/reconciliation-end.ts';
import type { Reconciliations } from './ports.ts';

type Deps = Readonly<{ reconciliations: Reconciliations; clock: Clock }>;

/** Real time: a process that dies stops renewing, whatever the clock of the business says. */
const renewEveryMs = 15_000;

export type HeldRun = Readonly<{
  /** Aborted when another process has taken the run. */
  signal: AbortSignal;
  end(result: Result): Promise<void>;
  /** Lets go of it, for another process to go on at once. */
  release(): Promise<void>;
  stop(): void;
}>;

/** Holds a run that was claimed, until it is over. Whoever loses it to another process is told by the signal. */
export function holdRun({ reconciliations, clock }: Deps, claimed: Reconciliation): HeldRun {
  const lost = new AbortController();
  let current = claimed;
  let busy = Promise.resolve();
  const change = (next: (run: Reconciliation) => Reconciliation): Promise<void> => {
    busy = busy.then(async () => {
      if (lost.signal.aborted) return;
      const changed = next(current);
      await reconciliations.save(changed, []);
      current = changed;
    });
    return busy;
  };
  const beat = setInterval(() => {
    change((run) => renewed(run, clock.now())).catch((error: unknown) => {
      busy = Promise.resolve();
      // A store that does not answer may answer the next time; somebody who was faster has taken the run.
      if (isStale(error)) lost.abort(error);
    });
  }, renewEveryMs);
  return {
    signal: lost.signal,
    end: async (result: Result): Promise<void> => {
      clearInterval(beat);
      await busy;
      const { next, said } = finished(current, result, clock.now());
      await reconciliations.save(next, said);
    },
    release: async (): Promise<void> => {
      clearInterval(beat);
      await change((run) => released(run, clock.now()));
    },
    stop: (): void => clearInterval(beat),
  };
}
