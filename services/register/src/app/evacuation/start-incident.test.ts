import { describe, expect, it, vi } from 'vitest';
import { aPerson } from '../testing.ts';
import { anEvacuation, nobody, officer } from './testing.ts';

describe('starting an incident', () => {
  it('freezes who is inside and calls everybody on every contact', async () => {
    const { start, comeIn, entries } = anEvacuation();
    await comeIn('Ada', 'Bob', 'Cy');
    const { incident, entries: board } = await start();
    expect(incident).toMatchObject({ open: true, frozenCount: 3, kind: 'live' });
    expect(board.map(({ displayName, origin }) => [displayName, origin])).toEqual([
      ['Ada', 'frozen'],
      ['Bob', 'frozen'],
      ['Cy', 'frozen'],
    ]);
    expect(entries.named('call')).toHaveLength(3);
  });

  it('leaves an audit entry', async () => {
    const { start, audits } = anEvacuation();
    const { incident } = await start();
    expect([...audits.entries.values()]).toMatchObject([
      { id: `incident.start-${incident.id}`, actorId: 'wanda-warden', siteId: 'vw' },
    ]);
  });

  it('is for wardens of the site and safety officers', async () => {
    const { start } = anEvacuation();
    await expect(start({ by: nobody })).rejects.toMatchObject({ code: 'register.not_a_warden' });
    await expect(start({ by: nobody, siteId: 'nowhere' })).rejects.toMatchObject({ code: 'register.not_a_warden' });
    await expect(start({ by: officer, siteId: 'nowhere' })).rejects.toMatchObject({ code: 'register.site_not_found' });
    expect(await start({ by: officer })).toMatchObject({ incident: { startedBy: { displayName: 'Olga Officer' } } });
  });

  it('is refused while one is under way, and says which', async () => {
    const { start } = anEvacuation();
    const { incident } = await start();
    await expect(start()).rejects.toMatchObject({
      code: 'register.incident_open',
      details: { incidentId: incident.id },
    });
  });

  it('lets one of two that start it at once win', async () => {
    const { start, entries, comeIn } = anEvacuation();
    await comeIn('Ada');
    const outcomes = await Promise.allSettled([start(), start({ by: officer })]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(entries.named('call')).toHaveLength(1);
  });

  it('does what the plan of the site says, unless it is told otherwise', async () => {
    const { start, setPlan, endIncident } = anEvacuation();
    const plan = {
      musterPoints: ['Lawn'],
      escalateAfterSeconds: 30,
      snapshotEveryMinutes: 0,
      snapshotEmails: [],
      snapshotToWebhooks: false,
    };
    await setPlan({ siteId: 'vw', settings: plan });
    const first = await start({ musterPoints: [] });
    expect(first.incident).toMatchObject({ musterPoints: ['Lawn'], escalateAfterMs: 30_000 });
    await endIncident({ incidentId: first.incident.id, note: '', by: officer });
    const second = await start({ musterPoints: ['Yard'], escalateAfterSeconds: 10 });
    expect(second.incident).toMatchObject({ musterPoints: ['Yard'], escalateAfterMs: 10_000 });
  });

  it('calls only who starts it in a test', async () => {
    const { start, signIn, comeIn, entries } = anEvacuation();
    await comeIn('Ada');
    await signIn(aPerson('Wanda Warden'));
    await start({ kind: 'test' });
    expect(entries.named('call').map(({ entry }) => entry.personId)).toEqual(['wanda-warden']);
  });

  it('has begun even when the entries cannot be stored: another process makes them', async () => {
    const { incidents, entries, comeIn, start, resumeLayOut } = anEvacuation();
    await comeIn('Ada', 'Bob');
    const { incident } = await start();
    entries.stored.clear();
    incidents.stored.set(incident.id, {
      ...incident,
      version: 3,
      frozen: [{ personId: 'ada', displayName: 'Ada', kind: 'person' }],
    });
    await Promise.all([resumeLayOut(incident.id), resumeLayOut(incident.id), resumeLayOut(incident.id)]);
    expect([...entries.stored.keys()].sort()).toEqual([`${incident.id}-ada`, `${incident.id}-bob`]);
    expect(incidents.stored.get(incident.id)).not.toHaveProperty('frozen');
  });

  it('keeps nobody waiting for a long list: the rest of it is on its way', async () => {
    const { entries, comeIn, start } = anEvacuation(undefined, async () => undefined);
    await comeIn('Ada');
    const storing = Promise.withResolvers<void>();
    const save = entries.save;
    entries.save = async (...given) => {
      await storing.promise;
      return save(...given);
    };
    const { incident, entries: board } = await start();
    expect([incident.open, incident.frozenCount, board]).toEqual([true, 1, []]);
    storing.resolve();
    await vi.waitFor(() => expect(entries.named('call')).toHaveLength(1));
  });
});
