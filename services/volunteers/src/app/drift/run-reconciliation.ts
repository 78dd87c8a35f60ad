import { AppError, type Clock, type Handler } from '@guildhall/kernel';
import { claim, postponed, type Reconciliation } from '../../domain/reconciliation.ts';
import type { Result } from '../../domain/reconciliation-end.ts';
import type { VolunteerReadings } from '../volunteers/readings.ts';
import { type ApplyDeps, applyFindings } from './apply-findings.ts';
import { compare } from './compare.ts';
import type { Findings } from './findings.ts';
import type { Observation } from './observation.ts';
import { observe, type ObserveDeps } from './observe.ts';
import type { Differences, Reconciliations } from './ports.ts';
import { type HeldRun, holdRun } from './run-lease.ts';

type Deps = ObserveDeps &
  ApplyDeps &
  Readonly<{
    reconciliations: Reconciliations;
    differences: Differences;
    readings: Pick<VolunteerReadings, 'everybody'>;
    mayRemove: boolean;
    safeStopPercent: number;
    /** Plans the next nightly one. */
    planNext: Handler<void>;
    clock: Clock;
    /** The process is about to end. */
    ending: AbortSignal;
  }>;

const keptRuns = 30;

/** Does a run that is due, or goes on with one whose process died. One process works on it at a time. */
export const runReconciliationHandler =
  (deps: Deps): Handler<string> =>
  async (id) => {
    const run = await deps.reconciliations.find(id);
    const claimed = run && claim(run, deps.clock.now());
    if (!run || !claimed || !(await take(deps, run, claimed))) return;
    if (run.state === 'planned') await deps.planNext();
    if (claimed.state !== 'running') return;
    const held = holdRun(deps, claimed);
    try {
      await work(deps, claimed, held);
    } catch (error) {
      if (deps.ending.aborted) await held.release();
      else if (!held.signal.aborted) throw error;
    } finally {
      held.stop();
    }
  };

/** Not while another one runs: then it comes later. */
async function take({ reconciliations, clock }: Deps, run: Reconciliation, claimed: Reconciliation): Promise<boolean> {
  try {
    await reconciliations.save(claimed, []);
    return true;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'volunteers.reconciliation_running') throw error;
    await reconciliations.save(postponed(run, clock.now()), []);
    return false;
  }
}

async function work(deps: Deps, { id, dryRun: isDry }: Reconciliation, held: HeldRun): Promise<void> {
  const signal = AbortSignal.any([held.signal, deps.ending]);
  const { books, readings, mayRemove } = deps;
  const book = await books.read();
  const observation = await observe(deps, book.channels, signal);
  const findings = await compare({ readings, book, observation, mayRemove, isDry, signal });
  // What could not be read because the process ends is read by the next one.
  signal.throwIfAborted();
  const { state, reason } = verdictOf(deps, observation, findings, isDry);
  const isDone = state === 'done' && !isDry;
  const kept = isDone
    ? findings.differences
    : findings.differences.map((one) => ({ ...one, done: 'reported' as const }));
  await deps.differences.keep(id, kept);
  if (isDone) await applyFindings(deps, { observation, findings, mayRemove, signal });
  const { calls, memberCount: members, channels } = observation;
  await held.end({ state, reason, calls, members, channels: channels.size, totals: findings.totals });
  const latest = await deps.reconciliations.latest(keptRuns);
  await deps.differences.keepOnly(latest.map((one) => one.id));
}

type Verdict = Pick<Result, 'state' | 'reason'>;

function verdictOf(deps: Deps, { unread, channels }: Observation, findings: Findings, isDry: boolean): Verdict {
  const { losers, people } = findings;
  if (losers * 100 > people * deps.safeStopPercent) {
    const reason = `It would take access from ${losers} of ${people} people.`;
    return { state: isDry ? 'done' : 'stopped', reason };
  }
  const reason = unread.join(', ');
  return { state: unread.length > 0 && channels.size === 0 ? 'failed' : 'done', reason };
}
