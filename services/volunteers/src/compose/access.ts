import type { DescMethod } from '@bufbuild/protobuf';
import { AccessService } from '@guildhall/contracts/volunteers/v1/access';
import { serve } from '@guildhall/messaging';
import { dueItems } from '@guildhall/mongo';
import type { Process } from '@guildhall/runtime';
import { differenceRepository } from '../adapters/mongo/difference.repository.ts';
import { statsReadings } from '../adapters/mongo/stats.readings.ts';
import { accessService, type AccessHandlers } from '../adapters/nats/access.service.ts';
import { scimContext, tokenContext } from '../adapters/systems/open-systems.ts';
import { askReconciliationHandler } from '../app/drift/ask-reconciliation.ts';
import { getOrphansHandler } from '../app/drift/get-orphans.ts';
import { planNightlyHandler } from '../app/drift/nightly.ts';
import {
  getDriftHandler,
  getReconciliationHandler,
  listReconciliationsHandler,
} from '../app/drift/read-reconciliations.ts';
import { runReconciliationHandler } from '../app/drift/run-reconciliation.ts';
import { createLinkHandler } from '../app/links/create-link.ts';
import { listLinksHandler } from '../app/links/list-links.ts';
import { retireLinkHandler } from '../app/links/retire-link.ts';
import { getStatsHandler } from '../app/statistics/get-stats.ts';
import { listConnectionsHandler } from '../app/systems/list-connections.ts';
import { listUnmatchedHandler } from '../app/systems/list-unmatched.ts';
import { probeConnectionHandler } from '../app/systems/probe-connection.ts';
import { setConnectionHandler } from '../app/systems/set-connection.ts';
import { testConnectionHandler } from '../app/systems/test-connection.ts';
import { tryOutOn } from '../app/systems/try-out.ts';
import { completeTaskHandler } from '../app/tasks/complete-task.ts';
import { listTasksHandler } from '../app/tasks/list-tasks.ts';
import { tickOffOn } from '../app/tasks/tick-off.ts';
import { verifyTaskIn } from '../app/tasks/verify-task.ts';
import type { Settings } from '../config.ts';
import type { Running } from './parts.ts';

const close = (held: Readonly<{ close(): Promise<void> }>): Promise<void> => held.close();

/** Links, connections, tasks, and the comparison of access with what it should be. */
export async function serveAccess(process: Process<Settings>, parts: Running): Promise<void> {
  const { bus, life, log, store } = process;
  const differences = await differenceRepository(store.connection);
  const begin = await compareByNight(process, { ...parts, differences });
  const handlers = { ...handlersOf(process, parts), ...comparing({ ...parts, differences, begin }) };
  const report = (error: unknown, method: DescMethod): void => log.error({ error, method: method.name }, 'method');
  await life.hold('access methods', serve(bus, AccessService, accessService(handlers), { report }), close);
}

type Kept = Running & Readonly<{ differences: Awaited<ReturnType<typeof differenceRepository>> }>;

/** Runs what is asked for or planned; the result looks at once. */
async function compareByNight({ settings, life, log, clock }: Process<Settings>, parts: Kept): Promise<() => void> {
  const ending = new AbortController();
  const planNext = planNightlyHandler({ ...parts, reconcileAt: settings.RECONCILE_AT });
  const report = (error: unknown, id: string): void => log.error({ error, id }, 'a comparison could not be made');
  const handle = runReconciliationHandler({
    ...parts,
    planNext,
    report,
    mayRemove: settings.DRIFT_EXTRA === 'remove',
    safeStopPercent: settings.SAFE_STOP_PERCENT,
    ending: ending.signal,
  });
  await planNext();
  const runs = await life.hold(
    'comparisons',
    dueItems({ of: parts.kept.reconciliations, clock, handle, report }),
    close,
  );
  await life.hold('comparisons under way', ending, (held) => held.abort());
  await life.hold('comparisons clock', clock.onMove(runs.nudge), (stop) => stop());
  return runs.nudge;
}

type Comparing = Pick<AccessHandlers, 'reconcile' | 'runs' | 'run' | 'drift' | 'orphans'>;

const comparing = (parts: Kept & Readonly<{ begin: () => void }>): Comparing => ({
  reconcile: askReconciliationHandler(parts),
  runs: listReconciliationsHandler(parts),
  run: getReconciliationHandler(parts),
  drift: getDriftHandler(parts),
  orphans: getOrphansHandler(parts),
});

function handlersOf({ settings, clock }: Process<Settings>, parts: Running): Omit<AccessHandlers, keyof Comparing> {
  const { sealer, kept } = parts;
  const probe = probeConnectionHandler(parts);
  const links = { ...parts, defaultCap: settings.INVITE_LINK_CAP, isSandbox: settings.SANDBOX };
  const sealToken = (kind: 'token' | 'scim', token: string): Uint8Array =>
    sealer.seal(token, kind === 'token' ? tokenContext : scimContext);
  return {
    links: listLinksHandler(parts),
    createLink: createLinkHandler(links),
    retireLink: retireLinkHandler(parts),
    unmatched: listUnmatchedHandler(parts),
    connections: listConnectionsHandler(parts),
    testConnection: testConnectionHandler({ ...parts, probe }),
    setConnection: setConnectionHandler({ ...parts, sealToken, tryOut: tryOutOn({ ...parts, probe }) }),
    tasks: listTasksHandler(parts),
    completeTask: completeTaskHandler({ ...parts, verify: verifyTaskIn(parts), tickOff: tickOffOn(parts) }),
    stats: getStatsHandler({ ...parts, statsReadings: statsReadings(kept.volunteers), clock }),
  };
}
