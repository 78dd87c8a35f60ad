import { aggregates, type Store } from '@guildhall/mongo';
import { testStore } from '@guildhall/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { evacuationStoresContract } from '../../app/evacuation/repositories.contract.ts';
import { callLog, callModel } from './call-log.repository.ts';
import { entryCollection, entryIndexes, entryRepository, type EntryState } from './entry.repository.ts';
import { guestContacts } from './guest-contacts.query.ts';
import { incidentCollection, incidentIndexes, incidentRepository, type IncidentState } from './incident.repository.ts';
import { planCollection, planRepository, type PlanState } from './plan.repository.ts';

const opened: Store[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
});

async function aStore(): Promise<Store> {
  const store = await testStore();
  opened.push(store);
  return store;
}

evacuationStoresContract('the store', async () => {
  const store = await aStore();
  const incidents = aggregates<IncidentState>({ store, collection: incidentCollection, indexes: incidentIndexes });
  const entries = aggregates<EntryState>({ store, collection: entryCollection, indexes: entryIndexes });
  const plans = aggregates<PlanState>({ store, collection: planCollection });
  const calls = callModel(store.connection);
  await Promise.all([incidents.ready(), entries.ready(), calls.createIndexes()]);
  return {
    incidents: incidentRepository({ incidents, toMessages: () => [] }),
    entries: entryRepository({ entries, toMessages: async () => [] }),
    calls: callLog(calls),
    plans: planRepository({ plans, toMessages: () => [] }),
  };
});

describe('what a visitor told us', () => {
  it('is the phone first, then the mail address', async () => {
    const { connection } = await aStore();
    const visitors = connection.collection<{ _id: string }>('visitors');
    await visitors.insertMany([
      { _id: 'vera', state: { email: 'vera@example.org', phone: '+447700900123' } },
      { _id: 'vic', state: { email: '' } },
    ] as never);
    const guests = guestContacts(connection);
    expect(await guests.of('vera')).toEqual([
      { channel: 'sms', value: '+447700900123' },
      { channel: 'email', value: 'vera@example.org' },
    ]);
    expect([await guests.of('vic'), await guests.of('nobody')]).toEqual([[], []]);
  });
});
