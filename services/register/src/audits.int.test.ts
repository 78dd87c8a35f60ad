import { EvacuationService, IncidentKind, MarkState } from '@guildhall/contracts/register/v1/evacuation';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { PrivacyService } from '@guildhall/contracts/register/v1/privacy';
import { client } from '@guildhall/messaging';
import { aggregates, connectStore, type Store } from '@guildhall/mongo';
import { testClock, testNats, type TestNats, testStoreUrl, uniqueName } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { exportCollection, exportRepository, type ExportState } from './adapters/mongo/export.repository.ts';
import { auditMessage } from './adapters/nats/audit.messages.ts';
import { createExportHandler, deleteExportHandler } from './app/reports/exports.ts';
import { SiteCatalogue } from './app/sites/site-catalogue.ts';
import { aPerson, aSite, inMemorySites } from './app/testing.ts';
import type { ExportSettings } from './domain/reports/scheduled-export.ts';
import { as, callRegister, startRegister } from './testing.ts';

const clock = testClock('2026-03-02T09:00:00Z');
const database = uniqueName('register');
const patience = { timeout: 20_000, interval: 50 };
const root = { ...as('Root'), principal: { ...as('Root').principal, permissions: ['register.evacuation.run'] } };

const settings: ExportSettings = {
  name: 'Yesterday',
  kind: 'visits',
  format: 'csv',
  period: 'day-before',
  time: '07:00',
  weekdays: ['tuesday'],
  dayOfMonth: 0,
  personIds: [],
  emails: ['facilities@example.org'],
  paused: true,
};

/** What a process keeps in the store while it lives: one that stands still is of a process that died. */
type Mark = { _id: string; heartbeatAt: Date; confirmedBefore: Record<string, Date> };

let nats: TestNats;
let store: Store;
let running: Awaited<ReturnType<typeof startRegister>>;

const start = () => startRegister({ natsUrl: nats.url, database, clock });
const register = () => callRegister(running.bus);

async function actionsAt(filter: Readonly<{ subjectId?: string; siteId?: string }>) {
  const { audits } = await register().listAudits(filter, root);
  return audits.map(({ action }) => action).toSorted();
}

beforeAll(async () => {
  nats = await testNats();
  store = await connectStore({ url: testStoreUrl(), database, appName: 'test' });
  running = await start();
  await register().createSite({ site: { id: 'vw', name: 'Vauxhall Walk', timeZone: 'Europe/London' } }, root);
});

afterAll(async () => {
  await store.connection.dropDatabase();
  await running.close();
  await store.close();
  await nats.close();
});

describe('an audit entry', () => {
  it('rides in what it tells of: an incident, its marks, a correction', async () => {
    const { visitId = '' } = await register().signIn({ siteId: 'vw' }, as('Ada'));
    const calls = client(running.bus, EvacuationService, { timeoutMs: 10_000 });
    const incident = await calls.startIncident({ siteId: 'vw', kind: IncidentKind.TEST }, root);
    const incidentId = incident.id;
    const mark = { id: 'm1', entryId: `${incidentId}-ada`, state: MarkState.SAFE };
    const send = () => calls.addMarks({ incidentId, marks: [mark] }, root);
    await vi.waitFor(async () => expect((await send()).kept).toEqual(['m1']), patience);
    await send();
    await calls.endIncident({ incidentId }, root);
    clock.set('2026-03-02T12:00:00Z');
    const leftAt = timestampFromDate(new Date('2026-03-02T11:00:00Z'));
    await register().correctMyVisit({ visitId, leftAt }, as('Ada'));
    const told = [
      'incident.end',
      'incident.mark',
      'incident.start',
      'site.create',
      'visit.correct',
      'visit.in',
      'visit.out',
    ];
    await vi.waitFor(async () => expect(await actionsAt({ siteId: 'vw' })).toEqual(told), patience);
  }, 60_000);

  it('rides in a new privacy notice, which everybody reads in their language', async () => {
    const privacy = client(running.bus, PrivacyService, { timeoutMs: 10_000 });
    expect(await privacy.getPrivacyNotice({ language: 'fr' }, {})).toMatchObject({ version: 0, text: '' });
    await privacy.setPrivacyNotice({ language: 'en', text: 'We keep little.' }, root);
    await privacy.setPrivacyNotice({ language: 'en', text: 'We keep less.' }, root);
    const read = await privacy.getPrivacyNotice({ language: 'fr-CA' }, {});
    expect(read).toMatchObject({ language: 'en', version: 2, text: 'We keep less.' });
    expect((await privacy.listPrivacyNotices({}, root)).notices).toHaveLength(2);
    const told = ['privacy.update', 'privacy.update'];
    await vi.waitFor(async () => expect(await actionsAt({ subjectId: 'en' })).toEqual(told), patience);
  }, 60_000);

  it('is told by the next process where one died right after its save', async () => {
    await running.close();
    // Nothing takes messages on their way: as in a process that was killed between its save and the broker.
    const keptSince = new Date();
    const mark = { heartbeatAt: keptSince, confirmedBefore: { [exportCollection]: keptSince } };
    await store.connection.collection<Mark>('relay_outboxes').insertOne({ _id: 'died', ...mark });
    const stored = aggregates<ExportState>({ store, collection: exportCollection });
    const exports = exportRepository({ exports: stored, toMessage: auditMessage });
    const sites = new SiteCatalogue(inMemorySites(aSite()));
    const deps = { sites, exports, newId: () => 'yesterday', clock };
    const by = aPerson('Root');
    await createExportHandler(deps)({ siteId: 'vw', settings, by });
    await deleteExportHandler(deps)({ siteId: 'vw', exportId: 'yesterday', by });

    running = await start();

    const told = ['export.create', 'export.delete'];
    await vi.waitFor(async () => expect(await actionsAt({ subjectId: 'yesterday' })).toEqual(told), patience);
    expect(await exports.of('vw')).toEqual([]);
  }, 60_000);
});
