import { create, fromBinary, type MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import {
  PersonErasedSchema,
  PersonMergedSchema,
  PersonUnmergedSchema,
  PersonUpdatedSchema,
} from '@guildhall/contracts/identity/v1/events';
import { SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { MessageSentSchema } from '@guildhall/contracts/notifier/v1/events';
import { ClosedReason } from '@guildhall/contracts/register/v1/events';
import { ReminderService, ReminderState } from '@guildhall/contracts/register/v1/reminders';
import { AppAction, type SiteSchema, Weekday, WhoSees } from '@guildhall/contracts/register/v1/service';
import { type Bus, client, connectBus, fact } from '@guildhall/messaging';
import { type TestClock, testClock, testNats, type TestNats, uniqueName } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { as, callRegister, startRegister } from './testing.ts';

let nats: TestNats;
let bus: Bus;
let clock: TestClock;
let instances: Awaited<ReturnType<typeof startRegister>>[];
let register: ReturnType<typeof callRegister>;

const admin = as('Alex Admin');
const patience = { timeout: 10_000, interval: 20 };

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

const aSite = async (settings: MessageInitShape<typeof SiteSchema> = {}): Promise<string> => {
  const id = uniqueName('site').replaceAll('_', '-');
  await register.createSite({ site: { id, name: 'Vauxhall Walk', timeZone: 'Europe/London', ...settings } }, admin);
  return id;
};
const signIn = (name: string, siteId: string) => register.signIn({ siteId }, as(name));
/** Whoever is inside already asks until each process, whichever answers, has heard of everybody. */
const everyProcessCounts = (count: number, name: string, siteId: string): Promise<void> =>
  vi.waitFor(async () => {
    const told = await Promise.all(Array.from({ length: 9 }, () => signIn(name, siteId)));
    expect(new Set(told.map(({ occupancy }) => occupancy))).toEqual(new Set([count]));
  }, patience);
const idOf = (name: string): string => as(name).principal?.personId ?? '';

/** Everything that the notifier was asked for, with this template, about this site. */
async function asked(template: string, siteName: string) {
  const info = await bus.jsm.streams.info('CMD_NOTIFIER').catch(() => undefined);
  const commands = [];
  for (let seq = 1; seq <= (info?.state.last_seq ?? 0); seq++) {
    const message = await bus.jsm.streams.getMessage('CMD_NOTIFIER', { seq });
    if (message) commands.push(fromBinary(SendMessageSchema, message.data));
  }
  return commands.filter((one) => one.template === template && one.variables['siteName'] === siteName);
}

const say = async ({ subject, data, id }: ReturnType<typeof fact>): Promise<void> => {
  await bus.js.publish(subject, data, { msgID: id });
};

describe('reminders of three processes', () => {
  const name = 'Reminded';

  it('go once to each person inside, by person and not by address (10)', async () => {
    clock.set('2026-03-02T09:00:00Z');
    const siteId = await aSite({ name });
    for (const who of ['Ada', 'Bob', 'Cy']) await signIn(who, siteId);
    await register.signOut({ siteId }, as('Bob'));
    clock.set('2026-03-02T17:00:00Z');
    await vi.waitFor(async () => expect(await asked('reminder_pm', name)).toHaveLength(2), patience);
    const reminders = client(bus, ReminderService, { timeoutMs: 10_000 });
    const run = await reminders.runReminders({ siteId, template: 'reminder_pm' }, admin);
    expect([run.asked, run.skipped, run.targets.map(({ personId }) => personId).sort()]).toEqual([2, 0, ['ada', 'cy']]);
    const commands = await asked('reminder_pm', name);
    expect(commands.map(({ personId, to }) => [personId, to]).sort()).toEqual([
      ['ada', ''],
      ['cy', ''],
    ]);
    const link = String(commands.find(({ personId }) => personId === 'cy')?.variables['signOutUrl']);
    const token = link.slice(link.lastIndexOf('/') + 1);
    expect(await register.readSignOutLink({ token })).toMatchObject({ open: true, siteName: name });
    expect(await register.useSignOutLink({ token })).toMatchObject({ open: false, changed: true });
    expect(await register.useSignOutLink({ token })).toMatchObject({ open: false, changed: false });
  });

  it('say what became of them', async () => {
    clock.set('2026-03-03T09:00:00Z');
    const siteId = await aSite();
    await signIn('Di', siteId);
    const reminders = client(bus, ReminderService, { timeoutMs: 10_000 });
    const run = await reminders.runReminders({ siteId }, admin);
    const reference = `reminder:${run.id}_di`;
    const at = timestampFromDate(clock.now());
    await say(fact(MessageSentSchema, { id: 'm1', version: 1 }, clock.now(), { messageId: 'm1', reference, at }));
    await vi.waitFor(async () => {
      const { targets } = await reminders.getReminderRun({ runId: String(run.id) }, admin);
      expect(targets).toMatchObject([{ personId: 'di', state: ReminderState.SENT }]);
    }, patience);
  });
});

describe('people who are merged', () => {
  it('are inside once, and twice again when that is undone (19)', async () => {
    clock.set('2026-03-04T09:00:00Z');
    const siteId = await aSite();
    await signIn('Ada', siteId);
    clock.set('2026-03-04T09:20:00Z');
    await signIn('ada l', siteId);
    const body = { survivorId: 'ada', mergedId: 'ada-l', mergeId: 'm1' };
    await say(fact(PersonMergedSchema, { id: 'ada', version: 5 }, clock.now(), body));
    const inside = async () => (await register.getPresence({ siteId }, admin)).people.map(({ personId }) => personId);
    await vi.waitFor(async () => expect(await inside()).toEqual(['ada']), patience);
    await vi.waitFor(async () => {
      const { visits } = await register.listMyVisits({ siteId }, as('Ada'));
      expect(visits.map(({ closedReason }) => closedReason)).toContain(ClosedReason.MERGED);
    }, patience);
    await everyProcessCounts(1, 'Ada', siteId);
    await say(fact(PersonUnmergedSchema, { id: 'ada', version: 6 }, clock.now(), body));
    await vi.waitFor(async () => expect((await inside()).sort()).toEqual(['ada', 'ada-l']), patience);
  });

  it('are forgotten when they are erased, and still counted', async () => {
    const siteId = await aSite();
    await signIn('Eve', siteId);
    await say(fact(PersonErasedSchema, { id: 'eve', version: 9 }, clock.now(), { personId: 'eve' }));
    await vi.waitFor(async () => {
      const { people } = await register.getPresence({ siteId }, admin);
      expect(people).toMatchObject([{ displayName: '' }]);
      expect(people[0]?.personId).not.toBe('eve');
    }, patience);
  });
});

describe('a site with a capacity', () => {
  it('warns from nine in ten on, tells the safety list once, and stops when it is full', async () => {
    clock.set('2026-03-05T09:00:00Z');
    const name = 'Small';
    const siteId = await aSite({ name, capacity: 3, hardStop: true, safetyList: ['sam'] });
    expect(await signIn('A', siteId)).toMatchObject({ occupancyWarning: false });
    await signIn('B', siteId);
    await everyProcessCounts(2, 'B', siteId);
    expect(await signIn('C', siteId)).toMatchObject({ occupancyWarning: true, occupancy: 3 });
    await vi.waitFor(async () => {
      await expect(signIn('D', siteId)).rejects.toMatchObject({ code: 'register.site_full' });
    }, patience);
    await vi.waitFor(
      async () => expect(await asked('site-crowded', name)).toMatchObject([{ personId: 'sam' }]),
      patience,
    );
  });

  it('tells once that no warden is there', async () => {
    clock.set('2026-03-06T09:00:00Z');
    const name = 'Uncovered';
    const siteId = await aSite({ name, wardens: ['wendy'], coverMinutes: 10 });
    await signIn('Ada', siteId);
    clock.set('2026-03-06T09:02:00Z');
    await vi.waitFor(async () => expect(await uncoveredSince(siteId)).toBeDefined(), patience);
    clock.set('2026-03-06T09:30:00Z');
    await vi.waitFor(
      async () => expect(await asked('cover-alert', name)).toMatchObject([{ personId: 'wendy' }]),
      patience,
    );
  });
});

const uncoveredSince = async (siteId: string): Promise<unknown> => {
  const watches = instances[0]!.store.connection.collection<{ _id: string; state: { uncoveredSince?: Date } }>(
    'site_watches',
  );
  return (await watches.findOne({ _id: siteId }))?.state.uncoveredSince;
};

describe('through the contract', () => {
  it('an own visit is corrected and the administrator sees it', async () => {
    clock.set('2026-03-09T17:30:00Z');
    const siteId = await aSite();
    const { visitId = '' } = await signIn('Ada', siteId);
    clock.set('2026-03-09T19:00:00Z');
    const leftAt = timestampFromDate(new Date('2026-03-09T18:00:00Z'));
    await register.correctMyVisit({ visitId, leftAt }, as('Ada'));
    expect(await register.getVisit({ visitId }, admin)).toMatchObject({ selfDeclared: true, open: false, leftAt });
    const { audits } = await register.listAudits({ action: 'visit.correct', subjectId: idOf('Ada') }, admin);
    expect(audits.length).toBeGreaterThan(0);
  });

  it('the app signs in, though nobody takes its push token', async () => {
    const siteId = await aSite();
    const enter = { siteId, action: AppAction.ENTER, pushToken: 'P1' };
    expect(await register.setAppStatus(enter, as('Cy'))).toMatchObject({ inOffice: true, statusUpdated: true });
  });

  it('members see who wishes to be seen', async () => {
    const siteId = await aSite({ whoSees: WhoSees.MEMBERS });
    await signIn('Vera', siteId);
    const body = create(PersonUpdatedSchema, { personId: 'vera', displayName: 'Vera', active: true, visible: true });
    await say(fact(PersonUpdatedSchema, { id: 'vera', version: 3 }, clock.now(), body));
    await vi.waitFor(async () => {
      expect(await register.getWhoIsIn({ siteId }, as('Bob'))).toMatchObject({
        count: 1,
        people: [{ displayName: 'Vera' }],
      });
    }, patience);
  });

  it('settings of a site come back as they were given', async () => {
    const holidays = [{ date: '2026-12-25', name: 'Christmas' }];
    const reminders = [
      { template: 'reminder_pm', time: '16:00', secondTime: '18:00', days: [Weekday.MONDAY, Weekday.TUESDAY] },
    ];
    const entranceDetails = [{ id: 'yard', name: 'Cycle yard', place: { latitude: 51.4881, longitude: -0.1207 } }];
    const openingDays = [Weekday.MONDAY, Weekday.TUESDAY];
    const siteId = await aSite({ holidays, reminders, entranceDetails, openingDays });
    const shown = await register.getSite({ siteId }, admin);
    expect(shown).toMatchObject({ holidays, reminders, entranceDetails, entrances: ['Cycle yard'], openingDays });
    const poster = await register.getQrSvg({ siteId, entrance: 'yard' }, admin);
    expect([poster.contentType, Buffer.from(poster.data).subarray(0, 4).toString()]).toEqual(['image/svg+xml', '<svg']);
  });
});
