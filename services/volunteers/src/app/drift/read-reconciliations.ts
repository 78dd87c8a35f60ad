import type { Handler } from '@guildhall/kernel';
import { type Book, channelOf } from '../../domain/book.ts';
import type { Difference, Reconciliation } from '../../domain/reconciliation.ts';
import { refusals } from '../../domain/refusals.ts';
import type { Books } from '../ports.ts';
import type { Known, VolunteerReadings } from '../volunteers/readings.ts';
import type { DifferenceFilter, Differences, Reconciliations } from './ports.ts';

/** A difference with the names of today. */
export type ShownDifference = Readonly<{ difference: Difference; volunteer?: Known; channel: string }>;
export type ShownRun = Readonly<{ run: Reconciliation; differences: readonly ShownDifference[] }>;

type Deps = Readonly<{
  reconciliations: Reconciliations;
  differences: Differences;
  books: Books;
  readings: Pick<VolunteerReadings, 'known'>;
}>;

const mostRuns = 100;

/** The runs of the past, the latest first. */
export const listReconciliationsHandler =
  ({ reconciliations }: Deps): Handler<void, readonly Reconciliation[]> =>
  () =>
    reconciliations.latest(mostRuns);

export const getReconciliationHandler =
  (deps: Deps): Handler<string, ShownRun> =>
  async (id) => {
    const run = await deps.reconciliations.find(id);
    if (!run || run.state === 'planned') throw refusals.reconciliationNotFound();
    return { run, differences: await shownDifferences(deps, id, { kind: '', channelId: '' }) };
  };

/** What the latest run that is over found; nothing where there was none. */
export const getDriftHandler =
  (deps: Deps): Handler<DifferenceFilter, ShownRun | undefined> =>
  async (filter) => {
    const run = (await deps.reconciliations.latest(mostRuns)).find(
      ({ state }) => state === 'done' || state === 'stopped',
    );
    return run && { run, differences: await shownDifferences(deps, run.id, filter) };
  };

async function shownDifferences(
  { differences, books, readings }: Deps,
  runId: string,
  filter: DifferenceFilter,
): Promise<readonly ShownDifference[]> {
  const [found, book]: [readonly Difference[], Book] = [await differences.of(runId, filter), await books.read()];
  const known = await readings.known(found.map(({ volunteerId }) => volunteerId).filter(Boolean));
  return found.map((difference) => {
    const volunteer = known.get(difference.volunteerId);
    const channel = channelOf(book, difference.channelId)?.name ?? difference.channelId;
    return { difference, channel, ...(volunteer && { volunteer }) };
  });
}
