import { ImportService } from '@guildhall/contracts/volunteers/v1/imports';
import { RuleService } from '@guildhall/contracts/volunteers/v1/rules';
import { VolunteerService } from '@guildhall/contracts/volunteers/v1/service';
import { type Bus, connectBus } from '@guildhall/messaging';
import { writeWorkbook } from '@guildhall/tables/workbook';
import { testClock, testNats, type TestNats, uniqueName } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { refusalOf } from './app/testing.ts';
import { as, calling, slackServer, startVolunteers } from './testing.ts';

const admin = as('root');
const patience = { timeout: 15_000, interval: 20 };
const columns = ['Volunteer ID', 'e-mail', 'First name', 'Last name', 'area', 'district', 'branch', 'role'];

let nats: TestNats;
let bus: Bus;
let slack: Awaited<ReturnType<typeof slackServer>>;
let replicas: Awaited<ReturnType<typeof startVolunteers>>[];
let imports: ReturnType<typeof calling<typeof ImportService>>;
let volunteers: ReturnType<typeof calling<typeof VolunteerService>>;

beforeAll(async () => {
  [nats, slack] = [await testNats(), await slackServer()];
  const clock = testClock('2026-03-02T08:00:00Z');
  const meeting = { natsUrl: nats.url, database: uniqueName('imports'), clock, slackUrl: slack.url };
  replicas = [await startVolunteers(meeting), await startVolunteers(meeting)];
  bus = await connectBus({ servers: nats.url, name: 'test' });
  [imports, volunteers] = [calling(bus, ImportService), calling(bus, VolunteerService)];
  slack.channels.set('CTEAMS', { name: 'teams', members: new Set() });
  await addBook(calling(bus, RuleService));
});

async function addBook(rules: ReturnType<typeof calling<typeof RuleService>>): Promise<void> {
  await rules.createChannel({ name: 'teams' }, admin);
  await rules.createRole({ key: 'volunteer', channels: ['teams'] }, admin);
  await rules.createLocation({ area: 'haifa', district: 'north', branch: 'technion' }, admin);
}

afterAll(async () => {
  await bus.close();
  await replicas[0]?.store.connection.dropDatabase();
  for (const replica of replicas) await replica.close();
  await slack.close();
  await nats.close();
});

const person = (id: string, role = 'volunteer') => [
  id,
  `${id.toLowerCase()}@example.org`,
  'Dana',
  `Person ${id}`,
  'haifa',
  'north',
  'technion',
  role,
];
const csv = (...rows: readonly (readonly string[])[]) =>
  Buffer.from(['\uFEFF' + columns.join(';'), ...rows.map((row) => row.join(';'))].join('\r\n'));
const finished = (importId: string) =>
  vi.waitFor(async () => {
    const found = await imports.getImport({ importId }, admin);
    expect(found.finishedAt).toBeDefined();
    return found;
  }, patience);
const start = (file: Uint8Array, more: Readonly<Record<string, boolean>> = {}) =>
  imports.startImport({ file, name: 'people.csv', ...more }, admin);

describe('an import', () => {
  it('adds hundreds once each while two processes work it off', async () => {
    const rows = Array.from({ length: 450 }, (_, n) => person(`M${n}`));
    const { importId, rows: counted } = await start(csv(...rows));
    expect(counted).toBe(450);
    expect(await finished(importId)).toMatchObject({ state: 'done', created: 450, failed: 0, done: 450, issues: [] });
    expect(await volunteers.getVolunteer({ volunteerId: 'M449' }, admin)).toMatchObject({ lastName: 'Person M449' });
    const kept = replicas[0]!.store.connection.collection('import_rows');
    await vi.waitFor(async () => expect(await kept.countDocuments({ importId })).toBe(0), patience);
  });

  it('says what is wrong by line and column, and gives access to the others', async () => {
    slack.users.set('UOK', { id: 'UOK', email: 'ok1@example.org', deleted: false });
    const { importId } = await start(csv(person('OK1'), person('BAD1', 'voluntere'), person('OK1')));
    const { issues, ...run } = await finished(importId);
    expect(run).toMatchObject({ created: 1, failed: 2 });
    expect(issues.map(({ line, column, severity }) => [line, column, severity])).toEqual([
      [3, 'role', 'error'],
      [4, 'Volunteer ID', 'error'],
      [4, 'e-mail', 'error'],
    ]);
    // Whoever came before is looked up before: one call at a time.
    const inTurn = { ...patience, timeout: 60_000 };
    await vi.waitFor(() => expect(slack.channels.get('CTEAMS')?.members.has('UOK')).toBe(true), inTurn);
  }, 90_000);

  it('finds who is there by id, address and name in the store', async () => {
    await finished((await start(csv(person('THERE')))).importId);
    const [same, address, like] = [person('THERE'), person('OTHER'), person('LIKE')];
    address[1] = 'there@example.org';
    like[3] = 'Pérson There';
    const { importId } = await start(csv(same, address, like), { dryRun: true });
    const { issues } = await finished(importId);
    expect(issues.filter(({ line }) => line === 2)).toMatchObject([{ column: 'Volunteer ID', severity: 'error' }]);
    expect(issues).toContainEqual(expect.objectContaining({ line: 3, column: 'e-mail', detail: 'is that of "THERE"' }));
    expect(issues).toContainEqual(expect.objectContaining({ line: 4, severity: 'warning' }));
  });

  it('reads a workbook, and updates who is there', async () => {
    await finished((await start(csv(person('WB1')))).importId);
    const row = person('WB1').with(3, 'Levi');
    const file = await writeWorkbook([{ name: 'People', columns, rows: [row] }]);
    const run = await finished((await start(file, { updateExisting: true })).importId);
    expect(run).toMatchObject({ updated: 1, updateExisting: true });
    expect((await volunteers.getVolunteer({ volunteerId: 'WB1' }, admin)).lastName).toBe('Levi');
  });

  it('is listed without what was wrong, and refused as a whole where the file is none', async () => {
    const { importId } = await start(csv(person('LISTED', 'x')), { allOrNothing: true });
    expect((await finished(importId)).state).toBe('refused');
    const { imports: listed } = await imports.listImports({}, admin);
    expect(listed[0]).toMatchObject({ importId, state: 'refused', failed: 1, issues: [] });
    const refusal = await refusalOf(() => start(Buffer.from('a,b\n1,2')));
    expect([refusal.code, refusal.errors[0]?.pointer]).toEqual(['volunteers.bad_import_file', '/file']);
  });

  it('is cancelled', async () => {
    const { importId } = await start(csv(...Array.from({ length: 2_000 }, (_, n) => person(`C${n}`))));
    expect((await imports.cancelImport({ importId }, admin)).state).toBe('cancelled');
    const run = await finished(importId);
    expect(run.created).toBeLessThan(2_000);
    expect((await refusalOf(() => imports.cancelImport({ importId }, admin))).code).toBe('volunteers.import_over');
  });
});

describe('an import whose process dies', () => {
  it('is finished by another one, with nobody twice', async () => {
    const clock = testClock('2026-03-02T08:00:00Z');
    const dying = await testNats();
    const meeting = { natsUrl: dying.url, database: uniqueName('cut'), clock, slackUrl: slack.url };
    const first = await startVolunteers(meeting);
    const other = await connectBus({ servers: dying.url, name: 'test' });
    const mine = calling(other, ImportService);
    await addBook(calling(other, RuleService));
    const rows = Array.from({ length: 1_000 }, (_, n) => person(`K${n}`));
    const { importId } = await mine.startImport({ file: csv(...rows), name: 'x' }, admin);
    await vi.waitFor(async () => expect((await mine.getImport({ importId }, admin)).done).toBeGreaterThan(0), patience);
    await first.store.close();
    const second = await startVolunteers(meeting);
    await first.close();
    clock.set('2026-03-02T08:02:00Z');
    await vi.waitFor(async () => {
      const run = await mine.getImport({ importId }, admin);
      expect(run).toMatchObject({ state: 'done', created: 1_000, failed: 0, issues: [] });
    }, patience);
    expect(await second.store.connection.collection('volunteers').countDocuments({})).toBe(1_000);
    await other.close();
    await second.store.connection.dropDatabase();
    await second.close();
    await dying.close();
  });
});
