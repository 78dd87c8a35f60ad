import { fromBinary } from '@bufbuild/protobuf';
import { SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { MessageAnsweredSchema } from '@guildhall/contracts/notifier/v1/events';
import { HostAnswer } from '@guildhall/contracts/register/v1/visitor_events';
import {
  ApprovalRule,
  VisitorApproval,
  VisitorKind,
  VisitorService,
  VisitorStatus,
} from '@guildhall/contracts/register/v1/visitors';
import { type Bus, client, connectBus, type Client, fact } from '@guildhall/messaging';
import { type TestClock, testClock, testNats, type TestNats, uniqueName } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { as, callRegister, startRegister } from './testing.ts';

let nats: TestNats;
let bus: Bus;
let clock: TestClock;
let instance: Awaited<ReturnType<typeof startRegister>>;
let register: ReturnType<typeof callRegister>;
let desk: Client<typeof VisitorService>;

const admin = as('Alex Admin');
const grace = as('Grace Hopper');
const patience = { timeout: 10_000, interval: 20 };
const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

beforeAll(async () => {
  nats = await testNats();
  clock = testClock('2026-03-02T09:00:00Z');
  instance = await startRegister({ natsUrl: nats.url, database: uniqueName('visitors'), clock });
  bus = await connectBus({ servers: nats.url, name: 'test' });
  register = callRegister(bus);
  desk = client(bus, VisitorService, { timeoutMs: 10_000 });
  const people = instance.store.connection.collection<{ _id: string; displayName: string }>('people');
  await people.insertOne({ _id: 'grace-hopper', displayName: 'Grace Hopper' });
});

afterAll(async () => {
  await bus.close();
  await instance.store.connection.dropDatabase();
  await instance.close();
  await nats.close();
});

/** Each test has a site of its own. */
async function aSite(): Promise<string> {
  const site = { id: uniqueName('site').replaceAll('_', '-'), name: 'Vauxhall Walk', timeZone: 'Europe/London' };
  return (await register.createSite({ site }, admin)).id;
}

const walkIn = { name: 'Ada Lovelace', company: 'Engines', hostId: 'grace-hopper' };

/** What the notifier was asked for about a visitor. */
const asked = async (visitorId: string) => {
  const { messages } = (await bus.jsm.streams.info('CMD_NOTIFIER')).state;
  const found = [];
  for (let seq = 1; seq <= messages; seq++) {
    const stored = await bus.jsm.streams.getMessage('CMD_NOTIFIER', { seq });
    if (stored) found.push(fromBinary(SendMessageSchema, stored.data));
  }
  return found.filter(({ reference }) => reference === `visitor:${visitorId}`);
};

describe('a visitor', () => {
  it('is announced, invited, received, counted, collected and gone', async () => {
    clock.set('2026-03-02T09:00:00Z');
    const siteId = await aSite();
    const visitor = { name: 'Ada Lovelace', email: 'ada@example.org', hostId: 'grace-hopper' };
    const { id: visitorId } = await desk.expectVisitor({ siteId, visitor }, admin);
    await vi.waitFor(async () => expect(await asked(visitorId)).toMatchObject([{ template: 'invitation' }]), patience);
    const received = await desk.receiveVisitor({ siteId, visitorId }, admin);
    expect(received).toMatchObject({ changed: true, occupancy: 1, visitor: { status: VisitorStatus.INSIDE } });
    expect((await register.getPresence({ siteId }, admin)).people).toMatchObject([{ displayName: 'Ada Lovelace' }]);
    await vi.waitFor(
      async () =>
        expect((await asked(visitorId))[1]).toMatchObject({ template: 'host-arrival', personId: 'grace-hopper' }),
      patience,
    );
    await desk.answerArrival({ visitorId, answer: HostAnswer.COLLECTED }, grace);
    expect(await desk.releaseVisitor({ siteId, visitorId }, admin)).toMatchObject({ status: VisitorStatus.LEFT });
    expect((await register.getPresence({ siteId }, admin)).count).toBe(0);
  });

  it('is invited only once the host has agreed, where the site says so', async () => {
    const siteId = await aSite();
    const approval = ApprovalRule.NEEDED;
    await desk.updateReception({ siteId, reception: { approval }, updateMask: { paths: ['approval'] } }, admin);
    expect(await desk.getReception({ siteId }, admin)).toMatchObject({ approval });
    const visitor = { name: 'Ada Lovelace', email: 'ada@example.org', hostId: 'grace-hopper' };
    const { id: visitorId } = await desk.expectVisitor({ siteId, visitor }, admin);
    const { visitors } = await desk.listPendingVisitors({ siteId }, admin);
    expect(visitors).toMatchObject([{ id: visitorId, approval: VisitorApproval.PENDING }]);
    const own = desk.decideVisitor({ siteId, visitorId, approve: true }, admin);
    await expect(own).rejects.toMatchObject({ code: 'register.own_announcement' });
    const early = desk.receiveVisitor({ siteId, visitorId }, admin);
    await expect(early).rejects.toMatchObject({ code: 'register.visitor_not_approved' });

    expect(await desk.decideGuest({ visitorId, approve: true }, grace)).toMatchObject({
      approval: VisitorApproval.APPROVED,
    });

    expect((await desk.listPendingVisitors({ siteId }, admin)).visitors).toEqual([]);
    const told = async () => (await asked(visitorId)).map(({ template }) => template).toSorted();
    const all = ['invitation', 'visitor-approval', 'visitor-decided'];
    await vi.waitFor(async () => expect(await told()).toEqual(all), patience);
    const audits = async () => (await register.listAudits({ action: 'visitor.approve' }, admin)).audits;
    await vi.waitFor(async () => expect(await audits()).toMatchObject([{ actorId: 'grace-hopper' }]), patience);
  });

  it('has attachments on the invitation that the notifier takes', async () => {
    const siteId = await aSite();
    const { id } = await desk.expectVisitor({ siteId, visitor: { name: 'Ada', email: 'ada@example.org' } }, admin);
    await vi.waitFor(async () => {
      const [invitation] = await asked(id);
      expect(invitation?.attachments.map(({ name }) => name)).toEqual(['invitation.png', 'invitation.ics']);
      expect(Buffer.from(invitation!.attachments[0]!.content).subarray(1, 4).toString()).toBe('PNG');
    }, patience);
  });

  it('is inside once, however many desks receive them at once', async () => {
    const siteId = await aSite();
    const { id: visitorId } = await desk.expectVisitor({ siteId, visitor: { name: 'Ada' } }, admin);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => desk.receiveVisitor({ siteId, visitorId }, admin)),
    );
    expect(new Set(answers.map(({ visitId }) => visitId)).size).toBe(1);
    expect((await register.getPresence({ siteId }, admin)).count).toBe(1);
  });

  it('is closed at the rollover as not signed out', async () => {
    clock.set('2026-04-02T17:00:00Z');
    const siteId = await aSite();
    const { visitor } = await desk.receiveVisitor({ siteId, walkIn }, admin);
    clock.set('2026-04-03T00:00:00Z');
    const visitorId = visitor!.id;
    await vi.waitFor(
      async () =>
        expect(await desk.getVisitor({ siteId, visitorId }, admin)).toMatchObject({
          status: VisitorStatus.NOT_SIGNED_OUT,
        }),
      patience,
    );
  });

  it('whom nobody collects is remembered, until the host replies by text message', async () => {
    clock.set('2026-05-04T09:00:00Z');
    const siteId = await aSite();
    const { visitor } = await desk.receiveVisitor({ siteId, walkIn }, admin);
    const visitorId = visitor!.id;
    clock.set('2026-05-04T09:10:00Z');
    await vi.waitFor(
      async () => expect((await asked(visitorId)).map(({ template }) => template)).toContain('visitor-waiting'),
      patience,
    );
    const reply = { reference: `visitor:${visitorId}`, personId: 'grace-hopper', text: '1' };
    const { subject, data, id } = fact(MessageAnsweredSchema, { id: 'm1', version: 1 }, clock.now(), reply);
    await bus.js.publish(subject, data, { msgID: id });
    await vi.waitFor(
      async () =>
        expect(await desk.getVisitor({ siteId, visitorId }, admin)).toMatchObject({ hostAnswer: HostAnswer.COMING }),
      patience,
    );
  });

  it('is erased thirty days later, with photo and the name on the visit', async () => {
    clock.set('2026-06-01T09:00:00Z');
    const siteId = await aSite();
    const { visitor } = await desk.receiveVisitor({ siteId, walkIn }, admin);
    const visitorId = visitor!.id;
    await desk.setPhoto({ siteId, visitorId, photo: { contentType: 'image/jpeg', data: jpeg } }, admin);
    const photo = await desk.getPhoto({ siteId, visitorId }, admin);
    expect([photo.contentType, Buffer.from(photo.data)]).toEqual(['image/jpeg', Buffer.from(jpeg)]);
    await desk.releaseVisitor({ siteId, visitorId }, admin);
    clock.set('2026-07-01T09:00:00Z');
    await vi.waitFor(
      async () => expect(await desk.getVisitor({ siteId, visitorId }, admin)).toMatchObject({ erased: true, name: '' }),
      patience,
    );
    await expect(desk.getPhoto({ siteId, visitorId }, admin)).rejects.toMatchObject({
      code: 'register.picture_not_found',
    });
    const { connection } = instance.store;
    const visits = await connection.collection('visits').find({ 'state.siteId': siteId }).toArray();
    expect(JSON.stringify(visits.map(({ state }) => state))).not.toContain('Lovelace');
    expect(await connection.collection('pictures.chunks').countDocuments()).toBe(0);
  });
});

describe('the desk', () => {
  it('sets up documents, watch list and inductions, and they hold', async () => {
    clock.set('2026-08-03T09:00:00Z');
    const siteId = await aSite();
    const reception = { documents: [{ id: 'nda', title: 'NDA', text: 'Tell nobody.' }] };
    await desk.updateReception({ siteId, reception, updateMask: { paths: ['documents'] } }, admin);
    await desk.addWatchEntry({ siteId, entry: { company: 'engines', notifyPersonIds: ['grace-hopper'] } }, admin);
    await desk.recordInduction({ siteId, induction: { ...walkIn, expiresOn: '2026-08-02' } }, admin);
    const contractor = { ...walkIn, kind: VisitorKind.CONTRACTOR };
    const receive = (more: object) => desk.receiveVisitor({ siteId, walkIn: contractor, ...more }, admin);
    await expect(receive({})).rejects.toMatchObject({ code: 'register.documents_missing' });
    const acceptances = [{ documentId: 'nda', version: 1 }];
    await expect(receive({ acceptances })).rejects.toMatchObject({ code: 'register.induction_expired' });
    const { visitor } = await receive({ acceptances, overrideReason: 'Escorted.' });
    expect(visitor).toMatchObject({ watched: true, overrideReason: 'Escorted.' });
    expect(await desk.listWatchEntries({ siteId }, admin)).toMatchObject({ entries: [{ company: 'engines' }] });
    expect(await desk.listInductions({ siteId }, admin)).toMatchObject({ inductions: [{ expiresOn: '2026-08-02' }] });
  });

  it('finds those of the day, and those who came before', async () => {
    const siteId = await aSite();
    const { visitor } = await desk.receiveVisitor({ siteId, walkIn }, admin);
    await desk.releaseVisitor({ siteId, visitorId: visitor!.id }, admin);
    expect((await desk.listVisitors({ siteId, name: 'love' }, admin)).visitors).toHaveLength(1);
    const { visitors } = await desk.findReturningVisitors({ siteId, name: 'eng love' }, admin);
    expect(visitors).toMatchObject([{ name: 'Ada Lovelace', visits: 1 }]);
    expect((await desk.findReturningVisitors({ siteId, name: '.*' }, admin)).visitors).toEqual([]);
  });
});

describe('a guest', () => {
  it("is the host's own, and nobody else's to cancel", async () => {
    clock.set('2026-09-01T09:00:00Z');
    const siteId = await aSite();
    const { id: visitorId } = await desk.inviteGuest({ guest: { siteId, name: 'Ada' } }, grace);
    expect((await desk.listGuests({}, grace)).guests).toMatchObject([{ id: visitorId, hostName: 'Grace Hopper' }]);
    await expect(desk.cancelGuest({ visitorId }, admin)).rejects.toMatchObject({ code: 'register.visitor_not_found' });
    expect(await desk.cancelGuest({ visitorId }, grace)).toMatchObject({ status: VisitorStatus.CANCELLED });
  });
});
