import { toCsv } from '@guildhall/tables';
import { beforeEach, describe, expect, it } from 'vitest';
import { aCaller } from '../testing.ts';
import { importWorld, line } from '../testing/import-world.ts';
import { exportColumns } from '../volunteers/export-volunteers.ts';
import { leaveHandler } from '../volunteers/leave.ts';
import { startImportHandler } from './start-import.ts';

let world: ReturnType<typeof importWorld>;
beforeEach(() => void (world = importWorld()));
const said = (issues: readonly Readonly<{ line: number; column: string; detail: string }>[]) =>
  issues.map(({ line: at, column, detail }) => [at, column, detail]);

describe('an import', () => {
  it('adds everybody as by hand, with an entry each, and keeps no lines', async () => {
    const run = await world.run([line('a'), line('b')]);
    expect(run).toMatchObject({ state: 'done', rows: 2, done: 2, counts: { created: 2, failed: 0 }, cleared: true });
    expect(world.current('a')).toMatchObject({ email: 'a@example.org', createdBy: 'root', status: 'active' });
    expect(world.saidOf('audited').map((one) => (one as never as { entry: object }).entry)).toMatchObject([
      { action: 'volunteer.created', actorId: 'root', via: 'session' },
      { action: 'volunteer.created' },
    ]);
    expect(world.imports.said).toMatchObject([{ entry: { action: 'import.started', after: '2 lines' } }]);
    expect(world.importRows.stored.size).toBe(0);
  });

  it('names line, column and fix of everything that is wrong, and adds the others', async () => {
    const run = await world.run([
      line('a', { role: 'voluntere', district: 'nroth' }),
      line('b', { email: 'nobody', role: '' }),
      line('c d'),
      line('e'),
    ]);
    expect(run.counts).toMatchObject({ created: 1, failed: 3 });
    expect(said(run.issues)).toEqual([
      [2, 'district', 'is not known; did you mean "north"?'],
      [2, 'role', 'is not known; did you mean "volunteer"?'],
      [3, 'role', 'is missing'],
      [3, 'email', 'must be an e-mail address'],
      [4, 'volunteer_id', 'must be 1 to 32 letters, digits or hyphens'],
    ]);
    expect(world.names()).toEqual(['e']);
  });

  it('takes no text that could not be given by hand', async () => {
    const run = await world.run([
      line('a', { first: 'x'.repeat(101) }),
      line('b', { last: 'a\u202eb' }),
      line('c', { first: '\u0007' }),
    ]);
    expect(said(run.issues)).toEqual([
      [2, 'first_name', 'must have 100 letters at most'],
      [3, 'last_name', 'holds a character that cannot be shown: write it anew'],
      [4, 'first_name', 'holds a character that cannot be shown: write it anew'],
    ]);
    expect(world.names()).toEqual([]);
  });

  it('finds ids, addresses and names that are there', async () => {
    await world.enrol('old', 'old@example.org');
    await world.enrol('taken', 'taken@example.org');
    const run = await world.run([
      line('taken', { email: 'free@example.org' }),
      line('b', { email: 'OLD@example.org' }),
      line('c', { first: 'Dána', last: 'Oold' }),
    ]);
    expect(said(run.issues)).toEqual([
      [2, 'volunteer_id', 'is taken: let the import update who is there, or give another id'],
      [3, 'email', 'is that of "old"'],
      [4, '', 'has a name like "old", who is there already: the same person?'],
    ]);
    expect(run).toMatchObject({ counts: { created: 1, failed: 2 }, warnings: 1 });
  });

  it('reaches as far as the scope of who began it', async () => {
    world.scopes.managers.set('noa', [{ branch: 'carmel' }]);
    const run = await world.run([line('a'), line('b', { branch: 'carmel' })], {}, aCaller('noa'));
    expect(run.counts).toMatchObject({ created: 1, failed: 1 });
    expect(said(run.issues)).toEqual([[2, '', 'Your permissions do not reach as far as this place.']]);
  });

  it('waits for approval where the role needs one', async () => {
    world.scopes.managers.set('noa', [{ branch: 'technion' }]);
    await world.run([line('a', { role: 'branch_manager' })], {}, aCaller('noa'));
    expect(world.current('a').assignments).toMatchObject([{ approval: { state: 'pending', requestedBy: 'noa' } }]);
  });

  it('goes on in batches', async () => {
    const { id } = await world.start(Array.from({ length: 450 }, (_, n) => line(`v${n}`)));
    await world.workOff(id);
    expect(world.imports.stored.get(id)).toMatchObject({ state: 'running', done: 200, counts: { created: 200 } });
    expect(await world.finish(id)).toMatchObject({ state: 'done', counts: { created: 450 } });
    expect(world.names()).toHaveLength(450);
  });
});

describe('a trial', () => {
  it('changes nothing and finds the same', async () => {
    const run = await world.run([line('a'), line('b', { role: 'x' })], { dryRun: true });
    expect(run).toMatchObject({ state: 'done', counts: { created: 1, failed: 1 } });
    expect(world.names()).toEqual([]);
  });

  it('is first where it is all or nothing', async () => {
    const options = { allOrNothing: true };
    expect(await world.run([line('a'), line('b', { role: 'x' })], options)).toMatchObject({ state: 'refused' });
    expect(world.names()).toEqual([]);
    expect(await world.run([line('a'), line('b')], options)).toMatchObject({ state: 'done', counts: { created: 2 } });
    expect(world.names()).toEqual(['a', 'b']);
  });
});

describe('somebody who is there', () => {
  const options = { updateExisting: true };

  it('is changed where the line says something else, and an empty cell says nothing', async () => {
    await world.enrol('a', 'a@example.org');
    const run = await world.run(
      [line('a', { email: 'new@example.org', first: '', role: '', branch: 'carmel' })],
      options,
    );
    expect(run).toMatchObject({ counts: { updated: 1 }, issues: [] });
    const { email, firstName, assignments } = world.current('a');
    expect([email, firstName]).toEqual(['new@example.org', 'Dana']);
    expect(assignments).toMatchObject([{ roleKey: 'volunteer', locationId: 'haifa-north-carmel' }]);
  });

  it('is as before where it says the same', async () => {
    const { version } = await world.enrol('a', 'a@example.org');
    expect((await world.run([line('a')], options)).counts).toMatchObject({ unchanged: 1 });
    expect(world.current('a').version).toBe(version);
  });

  it('is not given the address of somebody else', async () => {
    await world.enrol('a', 'a@example.org');
    await world.enrol('b', 'b@example.org');
    const { issues } = await world.run([line('a', { email: 'b@example.org' })], options);
    expect(said(issues)).toEqual([[2, 'email', 'is that of "b"']]);
  });

  it('is left alone after leaving', async () => {
    await world.enrol('a', 'a@example.org');
    await leaveHandler(world)({ volunteerId: 'a', date: '', reason: '', caller: aCaller() });
    const { issues } = await world.run([line('a', { last: 'Levi' })], options);
    expect(said(issues)[0]).toEqual([2, 'volunteer_id', 'has left: reinstate first']);
  });

  it('is imported from an export without any change', async () => {
    await world.enrol('007', 'a@example.org');
    const cells = [
      '007',
      'a@example.org',
      'Dana',
      '007',
      '',
      'haifa',
      'north',
      'technion',
      'volunteer',
      'teams',
      'active',
    ];
    const rows = [[...cells, ...exportColumns.slice(cells.length).map(() => 'x')]];
    const caller = aCaller();
    const { id } = await startImportHandler(world)({
      file: Buffer.from(toCsv({ name: '', columns: exportColumns, rows })),
      name: 'export.csv',
      options: { dryRun: false, allOrNothing: false, ...options },
      caller,
    });
    expect(await world.finish(id)).toMatchObject({ counts: { unchanged: 1 }, issues: [] });
  });
});
