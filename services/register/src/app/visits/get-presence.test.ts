import { describe, expect, it } from 'vitest';
import { recordViewHandler } from '../audits/record-view.ts';
import { aPerson, aRegister, inMemoryAudits } from '../testing.ts';
import { getPresenceHandler } from './get-presence.ts';

const warden = aPerson('Wendy Warden');

const watched = (start: string) => {
  const register = aRegister(start);
  const audits = inMemoryAudits();
  const recordView = recordViewHandler({ audits, clock: register.clock });
  const getPresence = getPresenceHandler({ ...register, recordView });
  return { ...register, audits, presenceList: () => getPresence({ siteId: 'vw', by: warden }) };
};

describe('the presence of a site', () => {
  it('lists everybody inside by name', async () => {
    const { signIn, presenceList } = watched('2026-03-02T09:00:00Z');
    for (const name of ['zoe', 'Émile', 'Ada', 'bob']) await signIn(aPerson(name));
    const { people } = await presenceList();
    expect(people.map(({ displayName }) => displayName)).toEqual(['Ada', 'bob', 'Émile', 'zoe']);
  });

  it('lists those whom another process let in, changed or saw leave', async () => {
    const { signIn, presenceList, presence, visits } = watched('2026-03-02T09:00:00Z');
    await signIn(aPerson('Ada'));
    const elsewhere = { ...visits.stored.get('v1')!, id: 'v9', personId: 'bob', displayName: 'Bob' };
    await visits.save(elsewhere, []);
    const { id: visitId, ...heard } = elsewhere;
    presence.heardOpened({ ...heard, visitId });
    expect((await presenceList()).people.map(({ id }) => id)).toEqual(['v1', 'v9']);
    await visits.save({ ...elsewhere, version: 2, displayName: 'Bobby' }, []);
    presence.heardChanged({ ...heard, displayName: 'Bobby' });
    expect((await presenceList()).people.map(({ displayName }) => displayName)).toEqual(['Ada', 'Bobby']);
    presence.heardClosed({ ...heard, visitId, version: 3 });
    expect((await presenceList()).people.map(({ id }) => id)).toEqual(['v1']);
  });

  it('is empty after the day has ended (8)', async () => {
    const { signIn, presenceList, clock } = watched('2026-03-02T17:00:00Z');
    await signIn(aPerson('Bob'));
    clock.set('2026-03-03T00:00:00Z');
    expect(await presenceList()).toMatchObject({ today: '2026-03-03', people: [] });
  });

  it('leaves an audit entry of who looked', async () => {
    const { presenceList, audits } = watched('2026-03-02T09:00:00Z');
    await presenceList();
    expect([...audits.entries.values()]).toMatchObject([
      { action: 'presence.view', actorId: 'wendy-warden', siteId: 'vw', ip: '192.0.2.7' },
    ]);
  });

  it('leaves one entry a minute for each viewer', async () => {
    const { presenceList, audits, clock } = watched('2026-03-02T09:00:00Z');
    await Promise.all([presenceList(), presenceList()]);
    clock.set('2026-03-02T09:00:59Z');
    await presenceList();
    clock.set('2026-03-02T09:01:00Z');
    await presenceList();
    expect(audits.entries.size).toBe(2);
  });

  it('is not shown when the view cannot be recorded', async () => {
    const { presenceList, audits } = watched('2026-03-02T09:00:00Z');
    audits.record = () => Promise.reject(new Error('away'));
    await expect(presenceList()).rejects.toThrow('away');
    audits.record = async () => undefined;
    await expect(presenceList()).resolves.toMatchObject({ people: [] });
  });
});
