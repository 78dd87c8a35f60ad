import type { Sealer } from '@guildhall/messaging';
import { aggregates, relayed } from '@guildhall/mongo';
import type { Process } from '@guildhall/runtime';
import {
  connectionCollection,
  connectionRepository,
  type ConnectionState,
} from '../adapters/mongo/connection.repository.ts';
import { volunteerReadings } from '../adapters/mongo/volunteer.readings.ts';
import {
  reconciliationCollection,
  reconciliationIndexes,
  reconciliationRepository,
  type ReconciliationState,
} from '../adapters/mongo/reconciliation.repository.ts';
import { linkCollection, linkIndexes, linkRepository, type LinkState } from '../adapters/mongo/link.repository.ts';
import { taskCollection, taskIndexes, taskRepository, type TaskState } from '../adapters/mongo/task.repository.ts';
import { volunteerCollection, volunteerIndexes, type VolunteerState } from '../adapters/mongo/volunteer.collection.ts';
import { volunteerRepository } from '../adapters/mongo/volunteer.repository.ts';
import type { MailMessages } from '../adapters/nats/mail.messages.ts';
import { saidMessages } from '../adapters/nats/said.messages.ts';
import type { Settings } from '../config.ts';
import type { Warnings } from '../domain/invite-link.ts';
import { governanceCollections } from './governance-stored.ts';
import { ruleCollections, ruleRepositories } from './rule-stored.ts';

type Given = Readonly<{ mails: MailMessages; sealer: Sealer; warnings: Warnings }>;

/** The aggregates, and the relay that brings what they said to the bus. */
export async function openStored({ bus, store, life, log, clock }: Process<Settings>, given: Given) {
  const make = relayed(
    bus,
    (offer) => ({
      volunteers: aggregates<VolunteerState>({
        store,
        collection: volunteerCollection,
        indexes: volunteerIndexes,
        offer,
      }),
      ...ruleCollections(store, offer),
      links: aggregates<LinkState>({ store, collection: linkCollection, indexes: linkIndexes, offer }),
      connections: aggregates<ConnectionState>({ store, collection: connectionCollection, offer }),
      tasks: aggregates<TaskState>({ store, collection: taskCollection, indexes: taskIndexes, offer }),
      ...governanceCollections(store, offer),
      reconciliations: aggregates<ReconciliationState>({
        store,
        collection: reconciliationCollection,
        indexes: reconciliationIndexes,
        offer,
      }),
    }),
    { report: (error) => log.warn({ error }, 'facts could not be relayed') },
  );
  const kept = await life.hold('relay', make, ({ relay }) => relay.close());
  const toMessages = saidMessages(given.mails);
  return {
    kept,
    volunteers: volunteerRepository({ volunteers: kept.volunteers, toMessages, clock }),
    links: linkRepository({ links: kept.links, toMessages, ...given }),
    connections: connectionRepository({ connections: kept.connections, toMessages }),
    tasks: taskRepository(kept.tasks, clock),
    readings: volunteerReadings(kept.volunteers),
    reconciliations: reconciliationRepository({ runs: kept.reconciliations, toMessages }),
    ...ruleRepositories(kept, toMessages),
  };
}
