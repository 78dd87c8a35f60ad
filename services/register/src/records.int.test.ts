import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CredentialService } from '@guildhall/contracts/identity/v1/credentials';
import { ReportService, ReportKind } from '@guildhall/contracts/register/v1/reports';
import { RetentionService } from '@guildhall/contracts/register/v1/records';
import { ReportFormat } from '@guildhall/contracts/register/v1/service';
import { WebhookDeliveryState, WebhookEvent, WebhookService } from '@guildhall/contracts/register/v1/webhooks';
import { PersonCreatedSchema, PersonErasedSchema } from '@guildhall/contracts/identity/v1/events';
import { AppError } from '@guildhall/kernel';
import { client, fact, type Implementation, publish, serve } from '@guildhall/messaging';
import { testClock, testNats, type TestNats, uniqueName } from '@guildhall/testing';
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { as, callRegister, startRegister } from './testing.ts';

const clock = testClock('2026-03-02T09:00:00Z');
const received: { body: string; headers: IncomingHttpHeaders }[] = [];
const root = as('Root');
const range = { siteId: 'vw', from: '2026-03-02', to: '2026-03-02' };

let nats: TestNats;
let registers: Awaited<ReturnType<typeof startRegister>>[];
let receiver: Server;
let identity: ReturnType<typeof serve>;

/** As identity: sessions are fresh, tokens never are. */
const fresh: Partial<Implementation<typeof CredentialService>> = {
  assertFresh: async (_, { principal }) => {
    if (principal.kind === 'session') return {};
    throw new AppError('forbidden', 'identity.reauthentication_required', 'Prove who you are.');
  },
};

const bus = () => registers[0]!.bus;
const register = () => callRegister(bus());
const reports = () => client(bus(), ReportService, { timeoutMs: 10_000 });
const retention = () => client(bus(), RetentionService, { timeoutMs: 20_000 });
const webhooks = () => client(bus(), WebhookService, { timeoutMs: 10_000 });

beforeAll(async () => {
  nats = await testNats();
  const meeting = { natsUrl: nats.url, database: uniqueName('register'), clock };
  registers = [await startRegister(meeting), await startRegister(meeting)];
  identity = serve(bus(), CredentialService, fresh as Implementation<typeof CredentialService>);
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ body, headers: request.headers });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  const ada = { personId: 'ada', handle: 'ada', firstName: 'Ada', displayName: 'Ada' };
  await publish(bus(), fact(PersonCreatedSchema, { id: 'ada', version: 1 }, clock.now(), ada));
  await register().createSite({ site: { id: 'vw', name: 'Vauxhall Walk', timeZone: 'Europe/London' } }, root);
});
afterAll(async () => {
  receiver?.close();
  await identity?.close();
  await Promise.all((registers ?? []).map((one) => one.close()));
  await nats?.close();
});

describe('a day in the register', () => {
  it('reaches whoever subscribed to it, signed', async () => {
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
    const settings = { url, events: [WebhookEvent.VISIT_OPENED], active: true };
    const { id, secret = '' } = await webhooks().createWebhook({ webhook: settings }, root);
    await register().signIn({ siteId: 'vw' }, as('Ada'));
    await vi.waitFor(() => expect(received).toHaveLength(1), 15_000);
    const { body, headers } = received[0]!;
    const [, seconds, mac] = /^t=(\d+),v1=(\w+)$/.exec(String(headers['guildhall-signature'])) ?? [];
    expect(mac).toBe(createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex'));
    expect(JSON.parse(body)).toMatchObject({ type: 'visit.opened', siteId: 'vw', data: { personId: 'ada' } });
    await vi.waitFor(async () => {
      const state = WebhookDeliveryState.DELIVERED;
      expect((await webhooks().listWebhookDeliveries({ webhookId: id, state }, root)).deliveries).toHaveLength(1);
    }, 15_000);
  });

  it('scenario 17: is a report by person, and each look at it leaves an entry', async () => {
    clock.set('2026-03-02T12:00:00Z');
    await register().signOut({ siteId: 'vw' }, as('Ada'));
    const report = await reports().getReport({ siteId: 'vw', date: '2026-03-02' }, root);
    expect(report.counts).toMatchObject({ in: 0, out: 1 });
    expect(report.people).toMatchObject([{ personId: 'ada', status: 'signed-out', emails: [] }]);
    const { audits } = await register().listAudits({ action: 'report.view', actorId: 'root', siteId: 'vw' }, root);
    expect(audits).toHaveLength(1);
  });

  it('is a file, as csv or as a workbook', async () => {
    const { file } = await reports().listVisits({ ...range, format: ReportFormat.CSV }, root);
    expect(Buffer.from(file!.data).toString()).toContain('2026-03-02 09:00:00,2026-03-02 12:00:00,1\r\n');
    const xlsx = { ...range, kind: ReportKind.OCCUPANCY, format: ReportFormat.XLSX };
    const workbook = await reports().exportReport(xlsx, root);
    expect(Buffer.from(workbook.data).subarray(0, 2).toString()).toBe('PK');
  });

  it('is counted for good when its visits go, once, by whichever process', async () => {
    const before = await register().getStats(range, root);
    clock.set('2026-04-02T01:30:00Z');
    await vi.waitFor(async () => {
      const { runs } = await retention().listRetentionRuns({ siteId: 'vw' }, root);
      const done = runs.filter(({ completedAt }) => completedAt);
      expect(done.map(({ date }) => date)).toContain('2026-04-02');
      expect(done.reduce((sum, { visits }) => sum + visits, 0)).toBe(1);
    }, 45_000);
    expect((await reports().listVisits(range, root)).visits).toEqual([]);
    expect((await register().getStats(range, root)).days).toEqual(before.days);
    const { peak, averageDwellMinutes } = await reports().getOccupancySeries(range, root);
    expect([peak, averageDwellMinutes]).toEqual([1, 180]);
  }, 60_000);

  it('is nowhere in what the register holds about the person any more', async () => {
    const { data } = await retention().exportPersonRecords({ personId: 'ada' }, root);
    const held: unknown = JSON.parse(Buffer.from(data).toString());
    expect(held).toMatchObject({ personId: 'ada', person: { firstName: 'Ada' }, visits: [] });
    const nobody = retention().exportPersonRecords({ personId: 'nobody' }, root);
    await expect(nobody).rejects.toMatchObject({ code: 'register.person_not_found' });
  });

  it('is given out only to whom identity finds fresh', async () => {
    const asked = retention().exportPersonRecords({ personId: 'ada' }, as('Root', 'token'));
    await expect(asked).rejects.toMatchObject({ code: 'identity.reauthentication_required' });
  });

  it('is told by an erased person of nobody: what they did stays as done by somebody', async () => {
    await retention().exportMyRecords({}, as('Ada'));
    const done = async (actorId: string) =>
      (await register().listAudits({ action: 'person.export', actorId }, root)).audits.length;
    expect(await done('ada')).toBe(1);
    await publish(bus(), fact(PersonErasedSchema, { id: 'ada', version: 9 }, clock.now(), { personId: 'ada' }));
    await vi.waitFor(async () => expect(await done('ada')).toBe(0), 15_000);
    expect((await register().listAudits({ action: 'person.export' }, root)).audits).toHaveLength(2);
  });
});
