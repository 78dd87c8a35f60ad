import { describe, expect, it } from 'vitest';
import { stateOf } from '../../domain/evacuation/entry.ts';
import { aPerson } from '../testing.ts';
import { anEvacuation, wanda } from './testing.ts';

/** An incident with three people inside, under watch. */
async function underWay() {
  const evacuation = anEvacuation();
  await evacuation.comeIn('Ada', 'Bob', 'Cy');
  const { incident } = await evacuation.start();
  await evacuation.watch.refresh();
  const heard = (visitId: string | undefined) => evacuation.watch.heard({ siteId: 'vw', visitId: visitId ?? '' });
  const states = async () => {
    const { entries } = await evacuation.getIncident({ incidentId: incident.id, by: wanda });
    return entries.map((entry) => [entry.displayName, stateOf(entry).state]);
  };
  return { ...evacuation, incident, heard, states };
}

describe('a roll call during change', () => {
  it('shows who signs out meanwhile, and counts them once a warden confirms it (20)', async () => {
    const { clock, signOut, heard, states, incident, markEntries, getReport, endIncident } = await underWay();
    clock.set('2026-03-02T14:00:00.050Z');
    const { visitId } = await signOut(aPerson('Bob'));
    await heard(visitId);
    expect(await states()).toEqual([
      ['Ada', 'unanswered'],
      ['Bob', 'signed_out'],
      ['Cy', 'unanswered'],
    ]);
    const mark = (id: string, name: string) => ({ id, entryId: `${incident.id}-${name}`, state: 'safe' }) as const;
    await markEntries({ incidentId: incident.id, marks: [mark('m1', 'bob'), mark('m2', 'ada')], by: wanda });
    await endIncident({ incidentId: incident.id, note: '', by: wanda });
    const { counts, unaccounted } = await getReport({ incidentId: incident.id, by: wanda });
    expect(counts).toMatchObject({ total: 3, accounted: 2 });
    expect(unaccounted.map(({ displayName }) => displayName)).toEqual(['Cy']);
  });

  it('adds who signs in meanwhile, flagged, and calls them', async () => {
    const { comeIn, heard, incident, entries } = await underWay();
    const [movement] = await comeIn('Di');
    await heard(movement?.visitId);
    await heard(movement?.visitId);
    expect(entries.stored.get(`${incident.id}-di`)).toMatchObject({ origin: 'arrived' });
    expect(entries.named('call')).toHaveLength(4);
    expect(entries.named('entry-added')).toHaveLength(1);
  });

  it('looks for somebody again who went out and came back', async () => {
    const { clock, signOut, comeIn, heard, states } = await underWay();
    clock.set('2026-03-02T14:01:00Z');
    await heard((await signOut(aPerson('Bob'))).visitId);
    clock.set('2026-03-02T14:02:00Z');
    const [movement] = await comeIn('Bob');
    await heard(movement?.visitId);
    expect(await states()).toContainEqual(['Bob', 'unanswered']);
  });

  it('finds in the store what this process did not hear of', async () => {
    const { clock, signOut, comeIn, watch, states } = await underWay();
    clock.set('2026-03-02T14:01:00Z');
    await signOut(aPerson('Bob'));
    await comeIn('Di');
    await watch.reconcile();
    expect(await states()).toEqual([
      ['Ada', 'unanswered'],
      ['Bob', 'signed_out'],
      ['Cy', 'unanswered'],
      ['Di', 'unanswered'],
    ]);
  });

  it('does not take a visit that ended by itself for a sign-out', async () => {
    const { clock, rollOver, heard, visits, states } = await underWay();
    clock.set('2026-03-03T00:00:00Z');
    const ids = [...visits.stored.keys()];
    await Promise.all(ids.map(rollOver));
    await Promise.all(ids.map(heard));
    expect((await states()).map(([, state]) => state)).toEqual(['unanswered', 'unanswered', 'unanswered']);
  });

  it('costs nothing while nothing is under way', async () => {
    const { comeIn, watch, entries } = anEvacuation();
    const [movement] = await comeIn('Ada');
    await watch.refresh();
    expect(watch.isQuiet).toBe(true);
    await watch.heard({ siteId: 'vw', visitId: movement?.visitId ?? '' });
    expect(entries.stored.size).toBe(0);
  });
});
