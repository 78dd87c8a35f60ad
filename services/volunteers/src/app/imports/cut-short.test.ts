import { AppError } from '@guildhall/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { aCaller, refusalOf } from '../testing.ts';
import { header, importWorld, line } from '../testing/import-world.ts';
import { cancelImportHandler } from './cancel-import.ts';
import { startImportHandler } from './start-import.ts';
import { workOffImportHandler } from './work-off.ts';

let world: ReturnType<typeof importWorld>;
beforeEach(() => void (world = importWorld()));

describe('an import that is cut short', () => {
  it('does no line twice', async () => {
    const { id } = await world.start([line('a'), line('b')]);
    const save = world.imports.save;
    const dying = workOffImportHandler({
      ...world,
      imports: {
        ...world.imports,
        save: async (run, ...rest) => {
          if (run.done > 0) throw new Error('killed');
          await save(run, ...rest);
        },
      },
    });
    await expect(dying(id)).rejects.toThrow('killed');
    expect(world.names()).toEqual(['a', 'b']);
    world.clock.pass(61_000);
    expect(await world.finish(id)).toMatchObject({ state: 'done', counts: { created: 2, failed: 0 }, issues: [] });
    expect(world.names()).toEqual(['a', 'b']);
  });

  it('is worked off by one process at a time', async () => {
    const { id } = await world.start([line('a')]);
    const claimedUntil = new Date('2026-03-02T08:01:00Z');
    const run = world.imports.stored.get(id)!;
    await world.imports.save({ ...run, version: run.version + 1, claimedUntil }, [], claimedUntil);
    await world.workOff(id);
    expect([world.names(), world.imports.due.get(id)]).toEqual([[], claimedUntil]);
  });

  it('is tried again where the store cannot answer', async () => {
    const { id } = await world.start([line('a')]);
    const unavailable = new AppError('unavailable', 'store.down', 'Later.');
    const failing = workOffImportHandler({ ...world, create: () => Promise.reject(unavailable) });
    await expect(failing(id)).rejects.toThrow('Later');
    world.clock.pass(61_000);
    expect((await world.finish(id)).counts).toMatchObject({ created: 1, failed: 0 });
  });

  it('is not, by a line that nobody foresaw', async () => {
    const { id } = await world.start([line('a'), line('b')]);
    const reported: unknown[] = [];
    const poisoned = new TypeError('poisoned');
    const workOff = workOffImportHandler({
      ...world,
      create: async (given) => (given.profile.volunteerId === 'a' ? Promise.reject(poisoned) : world.create(given)),
      report: (error) => void reported.push(error),
    });
    await workOff(id);
    const { counts, issues } = await world.finish(id);
    expect([counts.created, counts.failed, reported]).toEqual([1, 1, [poisoned]]);
    expect(issues).toMatchObject([{ line: 2, column: '', detail: 'could not be done: try it by hand' }]);
  });

  it('before its lines were kept is over', async () => {
    const failing = startImportHandler({
      ...world,
      importRows: { ...world.importRows, keep: () => Promise.reject(new Error('killed')) },
    });
    const options = { dryRun: false, allOrNothing: false, updateExisting: false };
    const file = Buffer.from(`${header}\n${line('a')}`);
    await expect(failing({ file, name: 'x', options, caller: aCaller() })).rejects.toThrow('killed');
    const [id] = world.imports.stored.keys();
    expect(await world.finish(id!)).toMatchObject({ state: 'cancelled', cleared: true });
  });

  it('by somebody keeps what it has done, and its lines no longer', async () => {
    const { id } = await world.start(Array.from({ length: 250 }, (_, n) => line(`v${n}`)));
    await world.workOff(id);
    const cancel = () => cancelImportHandler(world)({ importId: id, caller: aCaller() });
    await cancel();
    expect(await world.finish(id)).toMatchObject({ state: 'cancelled', done: 200, counts: { created: 200 } });
    expect([world.names().length, world.importRows.stored.size]).toEqual([200, 0]);
    expect((await refusalOf(cancel)).code).toBe('volunteers.import_over');
  });
});
