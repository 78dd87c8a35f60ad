import { create, fromBinary } from '@bufbuild/protobuf';
import { timestampDate, timestampFromDate } from '@bufbuild/protobuf/wkt';
import { commandStream } from '@guildhall/contracts';
import { PersonErasedSchema } from '@guildhall/contracts/identity/v1/events';
import { Channel, Lane, Reach, type SendMessage, SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import {
  MessageAnsweredSchema,
  MessageDeliveredSchema,
  MessageFailedSchema,
  MessageSentSchema,
} from '@guildhall/contracts/notifier/v1/events';
import {
  CallState,
  EntryOrigin,
  EvacuationService,
  IncidentKind,
  MarkState,
  RollCallState,
} from '@guildhall/contracts/register/v1/evacuation';
import { type Bus, type Call, client, connectBus, fact, newId } from '@guildhall/messaging';
import { type TestClock, testClock, testNats, type TestNats, uniqueName } from '@guildhall/testing';
import { createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { as, callRegister, startRegister } from './testing.ts';

type Instance = Awaited<ReturnType<typeof startRegister>>;

let nats: TestNats;
let bus: Bus;
let clock: TestClock;
let instances: Instance[];
let register: ReturnType<typeof callRegister>;
let evacuation: ReturnType<typeof callEvacuation>;

const callEvacuation = (on: Bus) => client(on, EvacuationService, { timeoutMs: 10_000 });
const patience = { timeout: 15_000, interval: 30 };
const admin = as('Alex Admin');

const officer = (): Pick<Call, 'principal' | 'client'> => {
  const { principal, client: from } = as('Olga Officer');
  return { principal: { ...principal, permissions: ['register.evacuation.run'] }, client: from };
};

beforeAll(async () => {
  nats = await testNats();
  clock = testClock('2026-03-02T14:00:00Z');
  const database = uniqueName('register');
  instances = [];
  for (let i = 0; i < 3; i++) instances.push(await startRegister({ natsUrl: nats.url, database, clock }));
  bus = await connectBus({ servers: nats.url, name: 'test' });
  register = callRegister(bus);
  evacuation = callEvacuation(bus);
});

afterAll(async () => {
  await bus.close();
  await instances[0]?.store.connection.dropDatabase();
  await Promise.all(instances.map(({ close }) => close()));
  await nats.close();
});

/** A site of its own, with these people inside. */
async function aSite(...names: string[]): Promise<string> {
  const id = uniqueName('site').replaceAll('_', '-');
  await register.createSite({ site: { id, name: 'Vauxhall Walk', timeZone: 'Europe/London' } }, admin);
  await Promise.all(names.map((name) => register.signIn({ siteId: id }, as(name))));
  return id;
}

const start = (siteId: string, kind: IncidentKind = IncidentKind.LIVE) =>
  evacuation.startIncident({ siteId, kind, escalateAfterSeconds: 60, musterPoints: ['Car park'] }, officer());
const board = (incidentId: string) => evacuation.getIncident({ incidentId }, officer());
const rowOf = async (incidentId: string, name: string) =>
  (await board(incidentId)).entries.find(({ displayName }) => displayName === name);

/** The commands to the notifier about these people. */
async function callsOf(personIds: readonly string[]): Promise<SendMessage[]> {
  const { name } = commandStream('notifier');
  const { state } = await bus.jsm.streams.info(name);
  const found: SendMessage[] = [];
  for (let seq = Math.max(1, state.first_seq); seq <= state.last_seq; seq++) {
    const message = await bus.jsm.streams.getMessage(name, { seq });
    const command = message && fromBinary(SendMessageSchema, message.data);
    if (command && personIds.includes(command.personId) && command.template !== 'presence') found.push(command);
  }
  return found;
}

/** The notifier says something, as it would. */
async function say(
  schema:
    | typeof MessageSentSchema
    | typeof MessageFailedSchema
    | typeof MessageAnsweredSchema
    | typeof MessageDeliveredSchema,
  body: object,
) {
  const aggregate = { id: newId(), version: 1 };
  const told = fact(schema, aggregate, clock.now(), create(schema, { at: timestampFromDate(clock.now()), ...body }));
  await bus.js.publish(told.subject, told.data, { msgID: told.id });
  return told;
}

describe('a roll call in three processes', () => {
  it('freezes the list, and shows a sign-out that comes 50 ms later until a warden confirms it (20)', async () => {
    clock.set('2026-03-02T14:00:00Z');
    const siteId = await aSite('Ann', 'Bob', 'Cyd');
    const { id, counts, entries } = await start(siteId);
    clock.set('2026-03-02T14:00:00.050Z');
    await register.signOut({ siteId }, as('Bob'));
    expect([counts?.total, entries.length]).toEqual([3, 3]);
    await vi.waitFor(
      async () => expect(await rowOf(id, 'Bob')).toMatchObject({ state: RollCallState.SIGNED_OUT }),
      patience,
    );
    const bob = await rowOf(id, 'Bob');
    expect(timestampDate(bob!.signedOutAt!)).toEqual(new Date('2026-03-02T14:00:00.050Z'));
    expect((await board(id)).counts).toMatchObject({ total: 3, accounted: 0, signedOut: 1, unanswered: 2 });
    const mark = { incidentId: id, entryId: bob!.id, markId: newId(), state: MarkState.NOT_ON_SITE };
    await evacuation.markEntry(mark, officer());
    expect((await board(id)).counts).toMatchObject({ accounted: 1, notOnSite: 1 });
    await evacuation.endIncident({ incidentId: id }, officer());
    const report = await evacuation.getIncidentReport({ incidentId: id }, officer());
    expect(report.unaccounted.map(({ displayName }) => displayName)).toEqual(['Ann', 'Cyd']);
  });

  it('calls everybody on every contact in the emergency lane, with a link that takes an answer (20)', async () => {
    const siteId = await aSite('Dee', 'Eve');
    const { id } = await start(siteId);
    await vi.waitFor(async () => expect(await callsOf(['dee', 'eve'])).toHaveLength(2), patience);
    const [call] = await callsOf(['dee']);
    expect(call).toMatchObject({
      lane: Lane.EMERGENCY,
      reach: Reach.EVERY,
      answerable: true,
      template: 'evacuation-call',
    });
    const token = call?.variables['answerUrl']?.split('/').at(-1) ?? '';
    expect(await evacuation.getAnswer({ token })).toMatchObject({ siteName: 'Vauxhall Walk', open: true });
    await evacuation.giveAnswer({ token, state: MarkState.SAFE });
    expect(await rowOf(id, 'Dee')).toMatchObject({ state: RollCallState.SAFE });
  });

  it('is one, though three wardens start it at once', async () => {
    const siteId = await aSite('Fay');
    const outcomes = await Promise.allSettled([start(siteId), start(siteId), start(siteId)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { incidents } = await evacuation.listIncidents({ siteId, open: true }, officer());
    expect(incidents).toHaveLength(1);
  });

  it('adds who signs in meanwhile, flagged', async () => {
    const siteId = await aSite('Gus');
    const { id } = await start(siteId);
    await register.signIn({ siteId }, as('Hal'));
    await vi.waitFor(
      async () => expect(await rowOf(id, 'Hal')).toMatchObject({ origin: EntryOrigin.ARRIVED }),
      patience,
    );
  });

  it('loses no mark of 300 that three wardens send at once, again and again', async () => {
    const names = Array.from({ length: 20 }, (_, i) => `Guest ${i}`);
    const siteId = await aSite(...names);
    const { id, entries } = await start(siteId, IncidentKind.DRILL);
    const marks = Array.from({ length: 300 }, (_, i) => ({
      id: newId(),
      entryId: entries[i % entries.length]!.id,
      state: [MarkState.SAFE, MarkState.MISSING, MarkState.HELP][i % 3]!,
      at: timestampFromDate(new Date(clock.now().getTime() + i)),
    }));
    const parts = [0, 1, 2, 0, 1].map((part) => marks.filter((_, index) => index % 3 === part));
    const answers = await Promise.all(
      parts.map((part) => evacuation.addMarks({ incidentId: id, marks: part }, officer())),
    );
    expect(new Set(answers.flatMap(({ kept }) => kept)).size).toBe(300);
    const kept = (await board(id)).entries.flatMap((entry) => entry.marks.map((mark) => mark.id));
    expect(kept.toSorted()).toEqual(marks.map((mark) => mark.id).toSorted());
  });
});

describe('what the notifier says', () => {
  it('is shown for each contact, in whatever order it is heard', async () => {
    const siteId = await aSite('Ida');
    const { id, entries } = await start(siteId);
    const about = {
      messageId: 'message-1',
      reference: `roll-call:0:${entries[0]?.id}`,
      channel: Channel.SMS,
      contactId: 'c1',
    };
    await say(MessageDeliveredSchema, about);
    await say(MessageSentSchema, about);
    await say(MessageSentSchema, { ...about, messageId: 'message-2', channel: Channel.EMAIL, contactId: 'c2' });
    await vi.waitFor(async () => {
      const row = await rowOf(id, 'Ida');
      expect(row?.deliveries.map(({ channel, state }) => [channel, state]).toSorted()).toEqual([
        ['email', CallState.SENT],
        ['sms', CallState.DELIVERED],
      ]);
    }, patience);
    expect((await board(id)).lastSentAt).toBeDefined();
  });

  it('marks who replies, once though it is heard twice', async () => {
    const siteId = await aSite('Jan');
    const { id, entries } = await start(siteId);
    const reference = `roll-call:0:${entries[0]?.id}`;
    const told = await say(MessageAnsweredSchema, { messageId: 'm3', reference, text: '2 stuck in the lift' });
    await vi.waitFor(async () => expect(await rowOf(id, 'Jan')).toMatchObject({ state: RollCallState.HELP }), patience);
    await bus.js.publish(told.subject, told.data, { msgID: newId() });
    await vi.waitFor(async () => {
      const [warning] = (await callsOf(['olga-officer'])).filter(({ variables }) => variables['displayName'] === 'Jan');
      expect(warning).toMatchObject({ template: 'evacuation-warden', lane: Lane.EMERGENCY });
    }, patience);
  });

  it('brings the next contact when nobody answers in time, once for three processes', async () => {
    const siteId = await aSite('Kim');
    await start(siteId);
    clock.set(new Date(clock.now().getTime() + 61_000).toISOString());
    const nth = async () => (await callsOf(['kim'])).filter(({ reach }) => reach === Reach.NTH);
    await vi.waitFor(
      async () => expect(await nth()).toMatchObject([{ nth: 0, template: 'evacuation-escalation' }]),
      patience,
    );
    expect((await callsOf(['kim'])).map(({ idempotencyKey }) => idempotencyKey)).toHaveLength(2);
  });

  it('sends the wardens when somebody has no contact at all', async () => {
    const siteId = await aSite('Lou');
    const { entries } = await start(siteId);
    const before = (await callsOf(['olga-officer'])).length;
    await say(MessageFailedSchema, {
      messageId: 'm4',
      reference: `roll-call:0:${entries[0]?.id}`,
      reason: 'no_contact',
    });
    await vi.waitFor(async () => expect((await callsOf(['olga-officer'])).length).toBeGreaterThan(before), patience);
  });
});

describe('after a crash', () => {
  it('another process makes the entries that are missing', async () => {
    const siteId = await aSite('Max', 'Nat');
    const { id } = await start(siteId);
    const { connection } = instances[0]!.store;
    const state = { frozen: [{ personId: 'max', displayName: 'Max', kind: 'person' }] };
    await connection.collection('incident_entries').deleteMany({ 'state.incidentId': id });
    await connection
      .collection<{ _id: string }>('incidents')
      .updateOne({ _id: id }, { $set: { 'state.frozen': state.frozen, dueAt: clock.now() } });
    await vi.waitFor(async () => {
      expect((await board(id)).entries.map(({ displayName }) => displayName)).toEqual(['Max', 'Nat']);
    }, patience);
  });
});

describe('a process that goes away', () => {
  it('takes no mark along that it has acknowledged', async () => {
    const siteId = await aSite(...Array.from({ length: 10 }, (_, i) => `Runner ${i}`));
    const { id, entries } = await start(siteId);
    const fourth = await startRegister({ natsUrl: nats.url, database: instances[0]!.store.connection.name, clock });
    const mark = async (index: number): Promise<string> => {
      const markId = newId();
      const entryId = entries[index % entries.length]!.id;
      const request = { incidentId: id, entryId, markId, state: MarkState.SAFE };
      // As a phone does: again, until it is acknowledged.
      await vi.waitFor(() => evacuation.markEntry(request, officer()), patience);
      return markId;
    };
    const sending = Array.from({ length: 100 }, (_, index) => mark(index));
    await Promise.race(sending);
    const closing = fourth.close();
    const acknowledged = await Promise.all(sending);
    await closing;
    const kept = (await board(id)).entries.flatMap(({ marks }) => marks.map((one) => one.id));
    expect(kept.toSorted()).toEqual(acknowledged.toSorted());
  });
});

describe('who is erased', () => {
  it('is somebody unknown on the lists of incidents that are over', async () => {
    const siteId = await aSite('Quinn');
    const { id } = await start(siteId);
    await evacuation.endIncident({ incidentId: id }, officer());
    const told = fact(PersonErasedSchema, { id: 'quinn', version: 2 }, clock.now(), { personId: 'quinn' });
    await bus.js.publish(told.subject, told.data, { msgID: told.id });
    await vi.waitFor(async () => {
      expect((await board(id)).entries).toMatchObject([{ displayName: '', personId: '' }]);
    }, patience);
  });
});

describe('what is kept elsewhere', () => {
  it('is signed by a key that everybody can have', async () => {
    const siteId = await aSite('Oto');
    const { jws, list } = await evacuation.getSnapshot({ siteId }, officer());
    const { kty, crv, x } = await evacuation.getSnapshotKey({});
    const [header, payload, signature] = jws.split('.') as [string, string, string];
    const key = createPublicKey({ key: { kty, crv, x }, format: 'jwk' });
    expect(verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({ siteId, count: 1 });
    expect(list?.people).toMatchObject([{ displayName: 'Oto' }]);
  });

  it('is sent by mail when its time has come, once for three processes', async () => {
    const siteId = await aSite('Pia');
    const plan = { siteId, snapshotEveryMinutes: 10, snapshotEmails: [`${siteId}@example.org`] };
    await evacuation.setEvacuationPlan(plan, officer());
    const sent = async () => (await callsOf([''])).filter(({ to }) => to === plan.snapshotEmails[0]);
    await vi.waitFor(async () => expect(await sent()).toHaveLength(1), patience);
    const [mail] = await sent();
    expect(mail?.attachments.map(({ contentType }) => contentType)).toEqual(['text/html', 'application/jose']);
  });

  it('is a report as PDF and as CSV', async () => {
    const siteId = await aSite('Łukasz Żółć', '=SUM(A1)');
    const { id } = await start(siteId, IncidentKind.DRILL);
    await evacuation.endIncident({ incidentId: id, note: 'All clear.' }, officer());
    const pdf = await evacuation.getIncidentReportPdf({ incidentId: id }, officer());
    expect(Buffer.from(pdf.data).subarray(0, 5).toString()).toBe('%PDF-');
    const csv = await evacuation.getIncidentReportCsv({ incidentId: id }, officer());
    expect(Buffer.from(csv.data).toString()).toContain(",'=SUM(A1),");
  });
});

describe('refusals', () => {
  it.each([
    ['register.not_a_warden', () => evacuation.getIncident({ incidentId: 'x' }, as('Nobody'))],
    ['register.incident_not_found', () => evacuation.getIncident({ incidentId: 'x' }, officer())],
    ['register.site_not_found', () => start('nowhere')],
    ['register.link_unusable', () => evacuation.getAnswer({ token: 'x' })],
    ['register.unknown_code', () => evacuation.scanMuster({ code: 'x' }, as('Nobody'))],
  ])('are %s', async (code, call) => {
    await expect(call()).rejects.toMatchObject({ code });
  });
});
