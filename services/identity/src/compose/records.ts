import { RecordService } from '@guildhall/contracts/identity/v1/records';
import { consume, type Delivery, serve } from '@guildhall/messaging';
import { type Aggregates, aggregates, dueItems, type Offer, type Store } from '@guildhall/mongo';
import type { Process } from '@guildhall/runtime';
import { graphDirectory } from '../adapters/graph/graph-directory.ts';
import type { PersonState } from '../adapters/mongo/person.collection.ts';
import {
  jobRepository,
  type JobState,
  mergeIndexes,
  mergeRepository,
  type MergeState,
  peopleOfDirectory,
} from '../adapters/mongo/record.repositories.ts';
import { withAudits } from '../adapters/nats/audit.messages.ts';
import { auditsConsumer } from '../adapters/nats/audits.consumer.ts';
import { notifierActsConsumer } from '../adapters/nats/notifier-acts.consumer.ts';
import { loginsConsumer, visitsConsumer } from '../adapters/nats/activity.consumers.ts';
import { mergeMessage } from '../adapters/nats/person.messages.ts';
import { recordService } from '../adapters/nats/record.service.ts';
import {
  type RecordPorts,
  type RecordSurroundings,
  type RecordUseCases,
  recordUseCases,
} from '../app/record-use-cases.ts';
import type { Settings } from '../config.ts';

/** What keeping records right keeps itself, among what the whole process keeps. */
export const recordCollections = (store: Store, offer: Offer) => ({
  merges: aggregates<MergeState>({ store, offer, collection: 'merges', indexes: mergeIndexes }),
  jobs: aggregates<JobState>({ store, offer, collection: 'jobs' }),
});

type Collections = ReturnType<typeof recordCollections> & Readonly<{ people: Aggregates<PersonState> }>;
type Identity = Process<Settings>;
type Accounts = Pick<RecordPorts, 'auditTrail' | 'describeAccounts' | 'removeAccounts'>;

const close = (held: Readonly<{ close(): Promise<void> }>): Promise<void> => held.close();

/** Merging, erasing, exporting, forgetting and the staff directory: puts them together and opens them to calls. */
export async function openRecords(
  process: Identity,
  kept: Collections,
  around: RecordSurroundings,
  accounts: Accounts,
) {
  const { settings, clock, bus, life, log } = process;
  const given = {
    ...accounts,
    merges: mergeRepository({ merges: kept.merges, toMessage: withAudits(mergeMessage), clock }),
    jobs: jobRepository(kept.jobs),
    directory: directoryOf(settings),
    peopleOfDirectory: peopleOfDirectory(kept.people),
    mostLeaversPercent: settings.DIRECTORY_MOST_LEAVERS_PERCENT,
    report: (error: unknown) => log.warn({ error }, 'somebody could not be taken from the directory'),
  };
  const use = recordUseCases(given, around);
  process.health.show('directory', () => (given.directory ? 'on' : 'off'));
  await use.jobs.prepare();
  await doWhatIsDue(process, kept, use);
  const report = (error: unknown, { subject }: Delivery): void => log.warn({ error, subject }, 'a fact failed');
  await life.hold('visits', consume(bus, { ...visitsConsumer(use), report }), close);
  await life.hold('audits', consume(bus, { ...auditsConsumer(use), report }), close);
  await life.hold('notifier acts', consume(bus, { ...notifierActsConsumer(use), report }), close);
  await life.hold('logins', consume(bus, { ...loginsConsumer(use), report }), close);
  const calls = serve(bus, RecordService, recordService(use), {
    report: (error, method) => log.error({ error, method: method.name }, 'a call failed'),
  });
  await life.hold('record calls', calls, close);
}

function directoryOf(settings: Settings) {
  const { DIRECTORY_TENANT: tenant, DIRECTORY_CLIENT_ID: clientId, DIRECTORY_CLIENT_SECRET: clientSecret } = settings;
  if (!tenant || !clientId || !clientSecret) return undefined;
  const loginUrl = settings.MICROSOFT_BASE_URL ?? 'https://login.microsoftonline.com';
  const graphUrl = settings.MICROSOFT_GRAPH_URL ?? 'https://graph.microsoft.com/v1.0';
  return graphDirectory({ tenant, clientId, clientSecret, loginUrl, graphUrl });
}

async function doWhatIsDue({ clock, life, log }: Identity, kept: Collections, use: RecordUseCases) {
  const report = (error: unknown): void => log.warn({ error }, 'something due could not be done');
  const due = [
    dueItems({ of: kept.merges, clock, report, handle: use.endMerge }),
    dueItems({ of: kept.people, clock, report, handle: use.endErasure }),
    dueItems({ of: kept.jobs, clock, report, handle: use.jobs.run }),
  ];
  for (const one of due) {
    await life.hold('due items', one, close);
    await life.hold('clock listener', clock.onMove(one.nudge), (stop) => stop());
  }
}
