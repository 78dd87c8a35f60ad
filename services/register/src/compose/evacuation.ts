import { EvacuationService } from '@guildhall/contracts/register/v1/evacuation';
import type { Clock, Handler, NewId } from '@guildhall/kernel';
import { type Delivery, publish, serve } from '@guildhall/messaging';
import { aggregates, type Aggregates, dueItems, type Offer, type Store } from '@guildhall/mongo';
import type { Process } from '@guildhall/runtime';
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { callLog, callModel } from '../adapters/mongo/call-log.repository.ts';
import { entryCollection, entryIndexes, entryRepository, type EntryState } from '../adapters/mongo/entry.repository.ts';
import { guestContacts } from '../adapters/mongo/guest-contacts.query.ts';
import {
  incidentCollection,
  incidentIndexes,
  incidentRepository,
  type IncidentState,
} from '../adapters/mongo/incident.repository.ts';
import { planCollection, planRepository, type PlanState } from '../adapters/mongo/plan.repository.ts';
import { callsConsumer } from '../adapters/nats/calls.consumer.ts';
import { callsTeller } from '../adapters/nats/calls.teller.ts';
import { rollCallErasureConsumer } from '../adapters/nats/roll-call-erasure.consumer.ts';
import { evacuationFeed } from '../adapters/nats/evacuation.feed.ts';
import { evacuationMessages } from '../adapters/nats/evacuation.outbox.ts';
import { evacuationService } from '../adapters/nats/evacuation.service.ts';
import { qrSvg } from '../adapters/node/qr-drawing.ts';
import { snapshotSigner } from '../adapters/node/snapshot-signer.ts';
import { reportPrinter } from '../adapters/typst/report-printer.ts';
import { recordViewHandler } from '../app/audits/record-view.ts';
import type { BadgeHolders, CallNews, TellSnapshot } from '../app/evacuation/ports.ts';
import { evacuationUseCases } from '../app/evacuation/use-cases.ts';
import type { Links } from '../app/links.ts';
import type { AuditTrail, VisitRepository } from '../app/ports.ts';
import type { SiteCatalogue } from '../app/sites/site-catalogue.ts';
import { repeat } from '../repeat.ts';
import type { Settings } from '../config.ts';

/** The aggregates of evacuations. */
export const evacuationCollections = (store: Store, offer: Offer) => ({
  incidents: aggregates<IncidentState>({ store, collection: incidentCollection, indexes: incidentIndexes, offer }),
  incidentEntries: aggregates<EntryState>({ store, collection: entryCollection, indexes: entryIndexes, offer }),
  evacuationPlans: aggregates<PlanState>({ store, collection: planCollection, offer }),
});

type Collections = ReturnType<typeof evacuationCollections>;

type Parts = Collections &
  Readonly<{
    visits: VisitRepository;
    sites: SiteCatalogue;
    audits: AuditTrail;
    links: Links;
    badgeHolders: BadgeHolders;
    tellSnapshot: TellSnapshot;
    clock: Clock;
    newId: NewId;
  }>;

const reconcileMs = 5_000;
const patienceMs = 800;

const close = (held: Readonly<{ close(): Promise<void> }>): Promise<void> => held.close();

/** Starts everything about evacuations; `parts` are shared with the rest of the register. */
export async function composeEvacuation(process: Process<Settings>, parts: Parts): Promise<void> {
  const { bus, life, log } = process;
  const { useCases, calls, watch } = await assemble(process, parts);
  await startDueItems(process, parts, useCases);
  const report = (error: unknown): void => log.warn({ error }, 'an incident could not be followed');
  await life.hold('incident feed', evacuationFeed(bus, watch, report), close);
  await life.hold(
    'incident refresh',
    repeat(reconcileMs, () => watch.reconcile(), report),
    close,
  );
  const failed = (error: unknown, { subject }: Delivery): void => log.warn({ error, subject }, 'a fact failed');
  const teller = callsTeller({ calls, publish: (message) => publish(bus, message), clock: parts.clock, report });
  await life.hold('calls told', teller, close);
  const record = (news: readonly CallNews[]): Promise<void> => calls.record(news).then(() => teller.heard(news));
  await life.hold('calls heard', callsConsumer(bus, { ...useCases, calls: { record } }, failed), close);
  await life.hold('erasures heard', rollCallErasureConsumer(bus, useCases.forgetPerson, failed), close);
  const service = serve(bus, EvacuationService, evacuationService(useCases), {
    report: (error, method) => log.error({ error, method: method.name }, 'a call failed'),
  });
  await life.hold('evacuation calls', service, close);
}

async function assemble({ store, settings }: Process<Settings>, parts: Parts) {
  const publicUrl = settings.PUBLIC_URL.replace(/\/$/, '');
  const messages = evacuationMessages({ links: parts.links, publicUrl, guests: guestContacts(store.connection) });
  const model = callModel(store.connection);
  await model.createIndexes();
  const calls = callLog(model);
  const deps = {
    ...parts,
    publicUrl,
    calls,
    recordView: recordViewHandler(parts),
    incidents: incidentRepository({ incidents: parts.incidents, toMessages: messages.ofIncident }),
    entries: entryRepository({ entries: parts.incidentEntries, toMessages: messages.ofEntry }),
    plans: planRepository({ plans: parts.evacuationPlans, toMessages: messages.ofPlan }),
    signer: snapshotSigner(settings.LINK_KEY),
    fingerprint: (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22),
    drawCode: (text: string) => qrSvg(text, { logo: false }),
    printReport: reportPrinter(),
    patience: () => sleep(patienceMs, undefined, { ref: false }),
  };
  const { watch, ...useCases } = evacuationUseCases(deps);
  return { useCases, calls, watch };
}

type UseCases = Awaited<ReturnType<typeof assemble>>['useCases'];

/** What is due: lists that a dead process left half made, answers that did not come, snapshots. */
async function startDueItems({ clock, life, log }: Process<Settings>, parts: Parts, useCases: UseCases): Promise<void> {
  const start = async <State>(name: string, of: Aggregates<State>, handle: Handler<string>): Promise<void> => {
    const report = (error: unknown, id: string): void => log.error({ error, id }, `${name} could not be handled`);
    const items = dueItems({ of, clock, handle, report });
    await life.hold(name, items, close);
    await life.hold(`${name} clock`, clock.onMove(items.nudge), (stop) => stop());
  };
  await start('due incidents', parts.incidents, useCases.resumeLayOut);
  await start('due entries', parts.incidentEntries, (entryId) => useCases.escalate({ entryId }));
  await start('due snapshots', parts.evacuationPlans, useCases.sendSnapshot);
}
