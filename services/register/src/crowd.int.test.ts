import { EvacuationService } from '@guildhall/contracts/register/v1/evacuation';
import { client } from '@guildhall/messaging';
import { testClock, testNats, type TestNats, uniqueName } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitCollection } from './adapters/mongo/visit.collection.ts';
import { aPerson, aSite } from './app/testing.ts';
import { siteDay } from './domain/site-day.ts';
import { openVisit } from './domain/visit.ts';
import { as, callRegister, startRegister } from './testing.ts';

const clock = testClock('2026-03-02T09:00:00Z');
const inside = 20_000;
const olga = as('Olga Officer');
const officer = { ...olga, principal: { ...olga.principal, permissions: ['register.evacuation.run'] } };

let nats: TestNats;
let running: Awaited<ReturnType<typeof startRegister>>;

beforeAll(async () => {
  nats = await testNats();
  const meeting = { natsUrl: nats.url, database: uniqueName('register'), clock };
  running = await startRegister(meeting);
  const site = { id: 'vw', name: 'Vauxhall Walk', timeZone: 'Europe/London' };
  await callRegister(running.bus).createSite({ site }, officer);
  const house = aSite();
  const day = siteDay(house, clock.now());
  const documents = Array.from({ length: inside }, (_, n) => {
    const by = { ...aPerson(`Somebody with a rather long name ${n}`), personId: `01KXQ7W2M9RZ4T8V6B${n}` };
    const { id, version, ...state } = openVisit(`01KXQ7W2M9RZ4T8V6V${n}`, {
      site: house,
      day,
      at: clock.now(),
      by,
      entrance: 'Front',
    });
    return { _id: id, version, state, outbox: [], saves: [], dueAt: state.until };
  });
  const visits = running.store.connection.collection<{ _id: string }>(visitCollection);
  await visits.insertMany(documents, { ordered: false });
  // The next process reads who is inside as it starts.
  await running.close();
  running = await startRegister(meeting);
}, 120_000);

afterAll(async () => {
  await running.store.connection.dropDatabase();
  await running.close();
  await nats.close();
});

describe('twenty thousand people inside one site', () => {
  it('are all on the list of who is in, by name and each once', async () => {
    const { people, count } = await callRegister(running.bus).getPresence({ siteId: 'vw' }, officer);
    expect([count, new Set(people.map(({ personId }) => personId)).size]).toEqual([inside, inside]);
  }, 60_000);

  it('are all on the list that a warden’s phone keeps', async () => {
    const calls = client(running.bus, EvacuationService, { timeoutMs: 20_000 });
    const { count, people } = await calls.getEvacuationList({ siteId: 'vw' }, officer);
    expect([count, people.length]).toEqual([inside, inside]);
  }, 60_000);
});
