import { fromBinary } from '@bufbuild/protobuf';
import { commandStream } from '@guildhall/contracts';
import { PersonCreatedSchema } from '@guildhall/contracts/identity/v1/events';
import { SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { BroadcastService } from '@guildhall/contracts/register/v1/broadcasts';
import { client, fact, publish } from '@guildhall/messaging';
import { testClock, testNats, type TestNats, uniqueName } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { as, callRegister, startRegister } from './testing.ts';

const clock = testClock('2026-03-02T14:00:00Z');
const patience = { timeout: 15_000, interval: 50 };
const olga = as('Olga Officer');
const officer = { ...olga, principal: { ...olga.principal, permissions: ['register.evacuation.run'] } };

let nats: TestNats;
let registers: Awaited<ReturnType<typeof startRegister>>[];

const bus = () => registers[0]!.bus;
const register = () => callRegister(bus());
const broadcasts = () => client(bus(), BroadcastService, { timeoutMs: 10_000 });

async function toldPeople(): Promise<string[]> {
  const { name } = commandStream('notifier');
  const { state } = await bus().jsm.streams.info(name);
  const told: string[] = [];
  for (let seq = state.first_seq; seq <= state.last_seq; seq++) {
    const message = await bus().jsm.streams.getMessage(name, { seq });
    const command = message && fromBinary(SendMessageSchema, message.data);
    if (command?.template === 'site-message') told.push(command.personId);
  }
  return told;
}

beforeAll(async () => {
  nats = await testNats();
  const meeting = { natsUrl: nats.url, database: uniqueName('register'), clock };
  registers = [await startRegister(meeting), await startRegister(meeting)];
  const person = { personId: 'olga-officer', handle: 'olga', firstName: 'Olga', displayName: 'Olga Officer' };
  await publish(bus(), fact(PersonCreatedSchema, { id: 'olga-officer', version: 1 }, clock.now(), person));
  await register().createSite({ site: { id: 'vw', name: 'Vauxhall Walk', timeZone: 'Europe/London' } }, officer);
});

afterAll(async () => {
  await registers[0]?.store.connection.dropDatabase();
  await Promise.all(registers.map((one) => one.close()));
  await nats.close();
});

describe('a message to the people inside', () => {
  it('is asked of the notifier once for each of 250, in parts, and listed with its sender', async () => {
    const names = Array.from({ length: 250 }, (_, n) => `Person ${n}`);
    await Promise.all(names.map((name) => register().signIn({ siteId: 'vw' }, as(name))));
    expect(await broadcasts().previewBroadcast({ siteId: 'vw' }, officer)).toMatchObject({ people: 250, visitors: 0 });

    const { id, count } = await broadcasts().sendBroadcast({ siteId: 'vw', text: 'The lift is out.' }, officer);

    expect(count).toBe(250);
    await vi.waitFor(async () => expect(await toldPeople()).toHaveLength(250), patience);
    expect(new Set(await toldPeople()).size).toBe(250);
    const listed = async () => (await broadcasts().listBroadcasts({ siteId: 'vw' }, officer)).broadcasts;
    const sent = { id, text: 'The lift is out.', sentBy: 'Olga Officer', count: 250 };
    await vi.waitFor(async () => expect(await listed()).toMatchObject([sent]), patience);
    const audits = async () => (await register().listAudits({ action: 'broadcast.send' }, officer)).audits;
    await vi.waitFor(async () => expect(await audits()).toMatchObject([{ subjectId: id }]), patience);
  }, 60_000);

  it('is refused to members, and where nobody is', async () => {
    const asked = broadcasts().sendBroadcast({ siteId: 'vw', text: 'Party!' }, as('Person 1'));
    await expect(asked).rejects.toMatchObject({ code: 'register.not_a_warden' });
    await register().createSite({ site: { id: 'empty', name: 'Empty', timeZone: 'Europe/London' } }, officer);
    const toNobody = broadcasts().sendBroadcast({ siteId: 'empty', text: 'Hello?' }, officer);
    await expect(toNobody).rejects.toMatchObject({ code: 'register.nobody_inside' });
  });
});
