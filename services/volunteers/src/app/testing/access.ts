import type { Difference, Reconciliation } from '../../domain/reconciliation.ts';
import { refusals } from '../../domain/refusals.ts';
import { nameOf, type Volunteer } from '../../domain/volunteer.ts';
import { runReconciliationHandler } from '../drift/run-reconciliation.ts';
import type { Differences, Reconciliations } from '../drift/ports.ts';
import type { Inspector, SeenChannel } from '../systems/inspector.ts';
import type { aService } from '../testing.ts';
import type { VolunteerReadings } from '../volunteers/readings.ts';
import { stale } from './clock.ts';

type Service = ReturnType<typeof aService>;

export const inMemoryReadings = (stored: ReadonlyMap<string, Volunteer>): VolunteerReadings => ({
  known: async (ids) =>
    new Map(
      [...stored.values()]
        .filter(({ id }) => ids.includes(id))
        .map((one) => [one.id, { id: one.id, volunteerId: one.volunteerId, name: nameOf(one), email: one.email }]),
    ),
  accounts: async () => new Set([...stored.values()].flatMap(({ slackUserId }) => slackUserId ?? [])),
  everybody: async function* everybody() {
    yield [...stored.values()].filter(({ erased }) => !erased);
  },
  withoutAccount: async function* withoutAccount() {
    yield [...stored.values()].filter(({ slackUserId, status }) => slackUserId === undefined && status !== 'left');
  },
  countWaitingForLink: async () =>
    [...stored.values()].filter(({ onboarding }) => onboarding.state === 'WAITING_FOR_LINK').length,
});

export const inMemoryReconciliations = () => {
  const stored = new Map<string, Reconciliation>();
  const said: { type: string }[] = [];
  const reconciliations: Reconciliations = {
    find: async (id) => stored.get(id),
    save: async (run, told) => {
      if ((stored.get(run.id)?.version ?? 0) !== run.version - 1) throw stale();
      const isSecond = [...stored.values()].some(({ id, state }) => id !== run.id && state === 'running');
      if (run.state === 'running' && isSecond) throw refusals.reconciliationRunning();
      stored.set(run.id, run);
      said.push(...told);
    },
    latest: async (limit) =>
      [...stored.values()]
        .filter(({ state }) => state !== 'planned')
        .toReversed()
        .slice(0, limit),
  };
  return { ...reconciliations, stored, said };
};

export const inMemoryDifferences = () => {
  const stored = new Map<string, readonly Difference[]>();
  const differences: Differences = {
    keep: async (runId, list) => void stored.set(runId, list),
    of: async (runId, { kind, channelId }) =>
      (stored.get(runId) ?? []).filter(
        (one) => (kind === '' || one.kind === kind) && (channelId === '' || one.channelId === channelId),
      ),
    keepOnly: async (runIds) => {
      for (const id of stored.keys()) if (!runIds.includes(id)) stored.delete(id);
    },
  };
  return { ...differences, stored };
};

/** What the workspace of a service shows of itself. */
export const fakeInspector = ({ slack }: Pick<Service, 'slack'>): Inspector & { archived: Set<string> } => {
  const archived = new Set<string>();
  return {
    archived,
    about: async () => ({ workspace: 'Guild', missingScopes: [] }),
    channels: async (channels) => {
      const seen = channels.map(({ id, name }): readonly [string, SeenChannel] => {
        const externalId = slack.names.get(name);
        if (externalId === undefined) return [id, { state: 'not_found' }];
        return [id, archived.has(externalId) ? { state: 'archived', externalId } : { state: 'ok', externalId }];
      });
      return { seen: new Map(seen), calls: 1 };
    },
  };
};

/** A service with everything that compares its access. */
export function comparing(
  service: Service,
  settings: Readonly<{ mayRemove?: boolean; safeStopPercent?: number }> = {},
) {
  const [reconciliations, differences] = [inMemoryReconciliations(), inMemoryDifferences()];
  const inspector = fakeInspector(service);
  const ending = new AbortController();
  const failures: string[] = [];
  const parts = {
    ...service,
    reconciliations,
    differences,
    readings: inMemoryReadings(service.volunteers.stored),
    inspectorOf: () => inspector,
    stateOf: () => 'sandbox' as const,
    planNext: async () => undefined,
    report: (_: unknown, id: string) => void failures.push(id),
    mayRemove: settings.mayRemove ?? false,
    safeStopPercent: settings.safeStopPercent ?? 20,
  };
  const run = runReconciliationHandler({ ...parts, ending: ending.signal });
  return { ...parts, inspector, failures, end: () => ending.abort(), run };
}
