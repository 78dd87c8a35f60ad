import type { MessageInitShape } from '@bufbuild/protobuf';
import { fromBinary } from '@bufbuild/protobuf';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import { PersonUpdatedSchema } from '@guildhall/contracts/identity/v1/events';
import { VisitOpenedSchema } from '@guildhall/contracts/register/v1/events';
import { PresenceState, type SiteSchema, type SignInRequestSchema } from '@guildhall/contracts/register/v1/service';
import { type Bus, connectBus, fact } from '@guildhall/messaging';
import { type TestClock, testClock, testNats, type TestNats, uniqueName } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { as, callRegister, startRegister } from './testing.ts';

type Instance = Awaited<ReturnType<typeof startRegister>>;

let nats: TestNats;
let bus: Bus;
let clock: TestClock;
let instances: Instance[];
let register: ReturnType<typeof callRegister>;

const admin = as('Alex Admin');
const patience = { timeout: 10_000, interval: 20 };
const slackWebhooks = [{ url: 'http://127.0.0.1:8025/slack/services/T0/B0/x' }];

beforeAll(async () => {
  nats = await testNats();
  clock = testClock('2026-03-02T09:00:00Z');
  const database = uniqueName('register');
  instances = [];
  for (let i = 0; i < 3; i++) instances.push(await startRegister({ natsUrl: nats.url, database, clock }));
  bus = await connectBus({ servers: nats.url, name: 'test' });
  register = callRegister(bus);
});

afterAll(async () => {
  await bus.close();
  await instances[0]?.store.connection.dropDatabase();
  await Promise.all(instances.map(({ close }) => close()));
  await nats.close();
});

/** Each test has a site of its own. */
async function aSite(settings: MessageInitShape<typeof SiteSchema> = {}): Promise<string> {
  const site = {
    id: uniqueName('site').replaceAll('_', '-'),
    name: 'Vauxhall Walk',
    timeZone: 'Europe/London',
    ...settings,
  };
  const { id } = await register.createSite({ site }, admin);
  return id;
}

const signIn = (name: string, request: MessageInitShape<typeof SignInRequestSchema>) =>
  register.signIn(request, as(name));
const signOut = (name: string, siteId: string) => register.signOut({ siteId }, as(name));
const presence = (siteId: string) => register.getPresence({ siteId }, admin);
const visitsAt = (siteId: string) =>
  instances[0]!.store.connection.collection('visits').find({ 'state.siteId': siteId }, { batchSize: 1_000 }).toArray();

/** Subjects in a stream that contain one of these ids, with how many messages each has. */
async function published(stream: string, subject: string, ids: readonly string[]): Promise<Record<string, number>> {
  const info = await bus.jsm.streams.info(stream, { subjects_filter: subject });
  const all = Object.entries(info.state.subjects ?? {});
  return Object.fromEntries(all.filter(([name]) => ids.some((id) => name.endsWith(`.${id}`))));
}

/** Asks so often that every process is asked; the one who asks is inside already. */
const everyProcessCounts = (siteId: string, name: string, inside: number) =>
  vi.waitFor(async () => {
    const told = await Promise.all(Array.from({ length: 12 }, () => signIn(name, { siteId })));
    expect(new Set(told.map(({ occupancy }) => occupancy))).toEqual(new Set([inside]));
  }, patience);

describe('signing in twice at once, through several processes', () => {
  it('opens one visit, tells one fact and asks for one Slack message (5)', async () => {
    clock.set('2026-03-02T09:00:00Z');
    const siteId = await aSite({ slackWebhooks });
    const before = (await bus.jsm.streams.info('CMD_NOTIFIER').catch(() => undefined))?.state.messages ?? 0;
    const answers = await Promise.all([signIn('Ada', { siteId }), signIn('Ada', { siteId })]);

    expect(new Set(answers.map(({ visitId }) => visitId)).size).toBe(1);
    expect(answers.map(({ changed }) => changed).sort()).toEqual([false, true]);
    expect((await visitsAt(siteId)).filter(({ state }) => state.open)).toHaveLength(1);
    const visitId = String(answers[0]?.visitId);
    await vi.waitFor(async () => {
      const { state } = await bus.jsm.streams.info('CMD_NOTIFIER');
      expect(state.messages).toBe(before + 1);
      expect(await published('EVT_REGISTER', 'evt.register.v1.visit-opened.*', [visitId])).toEqual({
        [`evt.register.v1.visit-opened.${visitId}`]: 1,
      });
    }, patience);
    const stored = await bus.jsm.streams.getMessage('EVT_REGISTER', {
      last_by_subj: `evt.register.v1.visit-opened.${visitId}`,
    });
    expect(fromBinary(VisitOpenedSchema, stored!.data)).toMatchObject({ occupancy: 1, displayName: 'Ada' });
  });

  it('lets one win for each of thirty people, whichever process each press reaches (5)', async () => {
    const siteId = await aSite();
    const names = Array.from({ length: 30 }, (_, i) => `Person ${i}`);
    const answers = await Promise.all(names.flatMap((name) => [signIn(name, { siteId }), signIn(name, { siteId })]));
    expect(answers.filter(({ changed }) => changed)).toHaveLength(30);
    expect(new Set(answers.map(({ visitId }) => visitId)).size).toBe(30);
    // A process that was asked by none of them hears of them a moment later.
    await vi.waitFor(async () => expect((await presence(siteId)).count).toBe(30), patience);
  });
});

describe('midnight in summer', () => {
  it('is the one of the site (7)', async () => {
    clock.set('2026-07-01T23:30:00Z');
    const siteId = await aSite();
    expect(await register.getStatus({ siteId }, as('Ada'))).toMatchObject({
      today: '2026-07-02',
      state: PresenceState.OUT,
    });
    await expect(signIn('Ada', { siteId, clientDate: '2026-07-01' })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'register.wrong_date',
      details: { today: '2026-07-02' },
    });
    const { audits } = await register.listAudits({ subjectId: 'ada', action: 'visit.in' }, admin);
    expect([await visitsAt(siteId), audits.filter((entry) => entry.siteId === siteId)]).toEqual([[], []]);
    expect(await signIn('Ada', { siteId, clientDate: '2026-07-02' })).toMatchObject({ changed: true });
    expect((await visitsAt(siteId))[0]).toMatchObject({ state: { date: '2026-07-02' } });
  });
});

describe('the rollover', () => {
  it('closes what is open at local midnight, and the next day is a new one (8)', async () => {
    clock.set('2026-03-02T17:00:00Z');
    const siteId = await aSite();
    const first = await signIn('Bob', { siteId });
    clock.set('2026-03-03T00:00:00Z');
    await vi.waitFor(
      async () => expect((await visitsAt(siteId))[0]).toMatchObject({ state: { open: false } }),
      patience,
    );
    const [visit] = await visitsAt(siteId);
    expect(visit).toMatchObject({ state: { closedReason: 'not_signed_out' } });
    expect(visit?.['state']).not.toHaveProperty('out');
    expect(await presence(siteId)).toMatchObject({ count: 0, people: [] });
    const { days } = await register.getStats({ siteId, from: '2026-03-02', to: '2026-03-02' }, admin);
    expect(days).toMatchObject([{ date: '2026-03-02', distinctUsers: 1, notSignedOut: 1, openVisits: 1 }]);
    clock.set('2026-03-03T00:05:00Z');
    const next = await signIn('Bob', { siteId });
    expect(next).toMatchObject({ changed: true, occupancy: 1 });
    expect(next.visitId).not.toBe(first.visitId);
  });

  it('fires once for each of 150 visits, though three processes try', async () => {
    clock.set('2026-04-10T12:00:00Z');
    const siteId = await aSite();
    const people = Array.from({ length: 150 }, (_, i) => `Guest ${i}`);
    const ids = (await Promise.all(people.map((name) => signIn(name, { siteId })))).map(({ visitId }) => visitId!);
    clock.set('2026-04-10T23:00:00Z');
    await vi.waitFor(async () => {
      const facts = await published('EVT_REGISTER', 'evt.register.v1.visit-rolled-over.*', ids);
      expect(Object.keys(facts)).toHaveLength(150);
    }, patience);
    const facts = await published('EVT_REGISTER', 'evt.register.v1.visit-rolled-over.*', ids);
    expect(new Set(Object.values(facts))).toEqual(new Set([1]));
    expect((await visitsAt(siteId)).map(({ version }) => version)).toEqual(people.map(() => 2));
  });

  it('follows the zone of the site when that is changed', async () => {
    clock.set('2026-05-04T12:00:00Z');
    const siteId = await aSite();
    await signIn('Bob', { siteId });
    const patch = { siteId, site: { timeZone: 'America/New_York' }, updateMask: { paths: ['time_zone'] } };
    await register.updateSite(patch, admin);
    await vi.waitFor(async () => {
      expect((await visitsAt(siteId))[0]).toMatchObject({ dueAt: new Date('2026-05-05T04:00:00Z') });
    }, patience);
  });

  it('carries visits over for 16 hours where the site says so', async () => {
    clock.set('2026-06-10T20:00:00Z');
    const siteId = await aSite({ carryOver: true });
    await signIn('Bob', { siteId });
    clock.set('2026-06-11T09:00:00Z');
    await vi.waitFor(async () => expect(await presence(siteId)).toMatchObject({ count: 1 }), patience);
    clock.set('2026-06-11T12:00:00Z');
    await vi.waitFor(
      async () => expect((await visitsAt(siteId))[0]).toMatchObject({ state: { open: false } }),
      patience,
    );
  });
});

describe('the count of people inside', () => {
  it('is that of distinct people after 200 movements at once, in every process', async () => {
    clock.set('2026-08-03T09:00:00Z');
    const siteId = await aSite();
    const names = Array.from({ length: 20 }, (_, i) => `Walker ${i}`);
    const moves = Array.from({ length: 200 }, (_, i) => {
      const name = names[(i * 7) % names.length]!;
      return (i * 13) % 5 < 3 ? signIn(name, { siteId }) : signOut(name, siteId);
    });
    await Promise.all(moves);
    await signIn('Walker 0', { siteId });
    const open = (await visitsAt(siteId)).filter(({ state }) => state.open);
    const inside = new Set(open.map(({ state }) => state.personId)).size;
    expect(open).toHaveLength(inside);
    await vi.waitFor(async () => expect((await presence(siteId)).count).toBe(inside), patience);
    await everyProcessCounts(siteId, 'Walker 0', inside);
  });

  it('falls when people leave', async () => {
    const siteId = await aSite();
    await signIn('Ada', { siteId });
    await signIn('Bob', { siteId });
    await everyProcessCounts(siteId, 'Bob', 2);
    expect(await signOut('Ada', siteId)).toMatchObject({ changed: true, occupancy: 1 });
    const again = await signOut('Ada', siteId);
    expect([again.changed, again.visitId]).toEqual([false, undefined]);
  });

  it('is right at once in a process that has just started', async () => {
    const siteId = await aSite();
    await signIn('Ada', { siteId });
    await signIn('Bob', { siteId });
    const alone = await testNats();
    const late = await startRegister({ natsUrl: alone.url, database: instances[0]!.store.connection.name, clock });
    const answer = await callRegister(late.bus).signIn({ siteId }, as('Cy'));
    await late.close();
    await alone.close();
    expect(answer).toMatchObject({ changed: true, occupancy: 3 });
  });
});

describe('what others say', () => {
  it('renames somebody who is inside', async () => {
    const siteId = await aSite();
    const { visitId } = await signIn('Ada Lovelace', { siteId });
    const person = { personId: 'ada-lovelace', displayName: 'Ada King' };
    const { subject, data, id } = fact(PersonUpdatedSchema, { id: 'ada-lovelace', version: 2 }, clock.now(), person);
    await bus.js.publish(subject, data, { msgID: id });
    await vi.waitFor(async () => {
      expect((await presence(siteId)).people).toMatchObject([{ visitId, displayName: 'Ada King' }]);
    }, patience);
    expect(await signOut('Ada Lovelace', siteId)).toMatchObject({ visitId, changed: true });
  });
});

describe('the audit', () => {
  it('has an entry for every movement and for every look at the presence', async () => {
    clock.set('2026-09-01T08:00:00Z');
    const siteId = await aSite();
    clock.set('2026-09-01T09:00:00Z');
    await signIn('Di', { siteId });
    clock.set('2026-09-01T10:00:00Z');
    await signOut('Di', siteId);
    clock.set('2026-09-01T11:00:00Z');
    await presence(siteId);
    const { audits } = await register.listAudits({ pageSize: 4 }, admin);
    expect(audits.map(({ action, actorId }) => [action, actorId])).toEqual([
      ['presence.view', 'alex-admin'],
      ['visit.out', 'di'],
      ['visit.in', 'di'],
      ['site.create', 'alex-admin'],
    ]);
    expect(timestampDate(audits[1]!.at!)).toEqual(new Date('2026-09-01T10:00:00Z'));
  });
});

describe('refusals', () => {
  it.each([
    ['register.site_not_found', { siteId: 'nowhere' }],
    ['register.bad_date', { clientDate: '1/7/2026' }],
    ['register.unknown_entrance', { entrance: 'Roof' }],
  ])('are %s', async (code, request) => {
    const siteId = await aSite({ entrances: ['Front'] });
    await expect(signIn('Ada', { siteId, ...request })).rejects.toMatchObject({ code });
  });

  it('are told apart for a site', async () => {
    const id = await aSite();
    const site = { id, name: 'Twice', timeZone: 'Europe/London' };
    await expect(register.createSite({ site }, admin)).rejects.toMatchObject({ code: 'register.site_exists' });
    await expect(register.createSite({ site: { ...site, timeZone: 'Mars' } }, admin)).rejects.toMatchObject({
      code: 'register.invalid_site',
      errors: [{ pointer: '/timeZone' }],
    });
  });
});
