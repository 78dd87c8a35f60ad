import { describe, expect, it } from 'vitest';
import { follow, newWatch } from '../../domain/watch.ts';
import { inMemoryWatches } from '../reminders/testing.ts';
import { aPerson, aRegister, aSite } from '../testing.ts';
import { watchSiteHandler } from './watch-site.ts';

const watched = async (settings: Parameters<typeof aSite>[0]) => {
  const register = aRegister('2026-03-02T09:00:00Z', aSite(settings));
  const watches = inMemoryWatches();
  return { ...register, watches, watch: watchSiteHandler({ ...register, watches }) };
};

describe('watching a site', () => {
  it('tells those who ought to know once, though three processes look at once', async () => {
    const { watch, watches, signIn } = await watched({ capacity: 1, safetyList: ['sam'] });
    await signIn(aPerson('Ada'));
    await Promise.all([watch('vw'), watch('vw'), watch('vw')]);
    await watch('vw');
    expect(watches.caused.map(({ type }) => type)).toEqual(['site-crowded', 'errand']);
  });

  it('looks again when another process that knew of fewer people was faster', async () => {
    const register = await watched({ capacity: 1, safetyList: ['sam'] });
    const { watch, watches, clock, signIn, site } = register;
    await signIn(aPerson('Ada'));
    const { save } = watches;
    watches.save = async (...change) => {
      watches.save = save;
      const { next, caused, dueAt } = follow(newWatch('vw'), site, [], clock.now());
      await save(next, caused, dueAt);
      return save(...change);
    };
    await watch('vw');
    expect(watches.caused.map(({ type }) => type)).toEqual(['site-crowded', 'errand']);
  });

  it('leaves sites alone that ask for nothing', async () => {
    const { watch, watches } = await watched({});
    await watch('vw');
    expect(watches.stored.size).toBe(0);
  });

  it('ends when the site asks for nothing any more', async () => {
    const { watch, watches, sites, site } = await watched({ capacity: 1 });
    await watch('vw');
    expect(watches.dueAt.get('vw')).toEqual(new Date('2026-03-02T09:01:00Z'));
    sites.put({ ...site, version: 2, capacity: 0 });
    await watch('vw');
    expect(watches.dueAt.get('vw')).toBeUndefined();
  });
});
