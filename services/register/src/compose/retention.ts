import { RetentionService } from '@guildhall/contracts/register/v1/records';
import type { Clock, Handler, NewId } from '@guildhall/kernel';
import { type Delivery, serve } from '@guildhall/messaging';
import { aggregates, dueItems, type Offer, type Store } from '@guildhall/mongo';
import type { Process } from '@guildhall/runtime';
import { auditEraser } from '../adapters/mongo/audit-eraser.ts';
import { auditModel } from '../adapters/mongo/audit.repository.ts';
import { entryRepository } from '../adapters/mongo/entry.repository.ts';
import { incidentRepository } from '../adapters/mongo/incident.repository.ts';
import { oldAudits } from '../adapters/mongo/old-audits.query.ts';
import { oldVisits } from '../adapters/mongo/old-visits.query.ts';
import {
  retentionCollection,
  retentionIndexes,
  retentionRunRepository,
  type RetentionState,
} from '../adapters/mongo/retention-run.repository.ts';
import type { Visits } from '../adapters/mongo/visit.collection.ts';
import { recordErasureConsumer } from '../adapters/nats/record-erasure.consumer.ts';
import { freshnessClient } from '../adapters/nats/freshness.client.ts';
import { retentionMessage } from '../adapters/nats/retention.message.ts';
import { retentionService } from '../adapters/nats/retention.service.ts';
import { forgettingIncidents } from '../app/evacuation/forget-incidents.ts';
import type { AuditSource, AuditTrail, People, VisitRepository } from '../app/ports.ts';
import type { Archive, Stays } from '../app/reports/ports.ts';
import { recordLook } from '../app/reports/record-look.ts';
import { exportPersonHandler } from '../app/retention/export-person.ts';
import { listRetentionRunsHandler } from '../app/retention/list-runs.ts';
import { planRetention } from '../app/retention/plan-retention.ts';
import { runDueRetentionHandler, runRetentionHandler } from '../app/retention/run-retention.ts';
import type { SiteCatalogue } from '../app/sites/site-catalogue.ts';
import type { Settings } from '../config.ts';
import type { siteDay } from '../domain/site-day.ts';
import { repeat } from '../repeat.ts';
import type { evacuationCollections } from './evacuation.ts';

/** The aggregates of retention. */
export const retentionCollections = (store: Store, offer: Offer) => ({
  retentionRuns: aggregates<RetentionState>({
    store,
    collection: retentionCollection,
    indexes: retentionIndexes,
    offer,
  }),
});

type Collections = ReturnType<typeof retentionCollections> &
  Pick<ReturnType<typeof evacuationCollections>, 'incidents' | 'incidentEntries'> &
  Readonly<{ visitDocuments: Visits }>;

type Parts = Readonly<{
  sites: SiteCatalogue;
  visits: VisitRepository;
  people: People;
  audits: AuditTrail;
  auditSources: readonly AuditSource[];
  stays: Stays;
  archive: Archive;
  /** Removes what webhooks were told of a person. */
  forgetDeliveries: Handler<string>;
  dayAt: typeof siteDay;
  newId: NewId;
  clock: Clock;
}>;

// Sites are looked at this often for a run that nobody has planned yet.
const planEveryMs = 5_000;

const close = (held: Readonly<{ close(): Promise<void> }>): Promise<void> => held.close();

/** Everything that is old, and what knows it. */
function depsOf({ store, bus }: Process<Settings>, of: Collections, parts: Parts) {
  const incidents = incidentRepository({ incidents: of.incidents, toMessages: () => [] });
  const entries = entryRepository({ entries: of.incidentEntries, toMessages: async () => [] });
  return {
    ...parts,
    runs: retentionRunRepository({ runs: of.retentionRuns, toMessage: retentionMessage }),
    oldVisits: oldVisits(of.visitDocuments),
    oldAudits: oldAudits(auditModel(store.connection)),
    oldIncidents: forgettingIncidents({ incidents, entries }),
    rollCalls: entries,
    recordLook: recordLook(parts),
    assertFresh: freshnessClient(bus),
  };
}

/** Starts retention; `parts` are shared with the rest of the register. */
export async function composeRetention(process: Process<Settings>, of: Collections, parts: Parts): Promise<void> {
  const { bus, store, life, log, clock } = process;
  const deps = depsOf(process, of, parts);
  const plan = planRetention(deps);
  await plan();
  const runs = dueItems({
    of: of.retentionRuns,
    clock,
    handle: runDueRetentionHandler(deps),
    report: (error, runId) => log.error({ error, runId }, 'old records could not be deleted'),
  });
  await life.hold('retention', runs, close);
  const failed = (error: unknown): void => log.warn({ error }, 'the next retention could not be planned');
  const moved = (): void => void plan().then(runs.nudge, failed);
  await life.hold('clock of retention', clock.onMove(moved), (stop) => stop());
  await life.hold('retention plan', repeat(planEveryMs, plan, failed), close);
  const forgotten = auditEraser(auditModel(store.connection));
  const lost = (error: unknown, { subject }: Delivery): void => log.warn({ error, subject }, 'a fact failed');
  const forget = async (personId: string): Promise<void> => {
    await Promise.all([forgotten(personId), parts.forgetDeliveries(personId)]);
  };
  await life.hold('erasures', recordErasureConsumer(bus, forget, lost), close);
  const service = retentionService({
    runRetention: runRetentionHandler(deps),
    listRuns: listRetentionRunsHandler(deps),
    exportPerson: exportPersonHandler(deps),
  });
  const report = (error: unknown, method: Readonly<{ name: string }>): void =>
    log.error({ error, method: method.name }, 'a call failed');
  await life.hold('retention calls', serve(bus, RetentionService, service, { report }), close);
}
