import { describe, expect, it } from 'vitest';
import { anEntry, anIncident, aMark, secondsIn } from '../../domain/evacuation/testing.ts';
import { forgettingIncidents } from './forget-incidents.ts';
import { inMemoryEntries, inMemoryIncidents } from './testing.ts';

const later = secondsIn(3_600);

async function longAgo() {
  const stores = { incidents: inMemoryIncidents(), entries: inMemoryEntries() };
  const incident = anIncident({ version: 1, open: false, endedAt: secondsIn(900) });
  await stores.incidents.save(incident, []);
  await stores.entries.save(anEntry({ marks: [aMark({ note: 'beside Walt' })] }), incident, []);
  const told = (): string => JSON.stringify([...stores.incidents.stored.values(), ...stores.entries.stored.values()]);
  return { ...stores, told, old: forgettingIncidents(stores) };
}

describe('incidents of long ago', () => {
  it('name nobody, and the states of everybody are kept', async () => {
    const { old, entries, told } = await longAgo();
    expect([await old.countBefore('vw', later), await old.forgetBefore('vw', later)]).toEqual([1, 1]);
    expect(told()).not.toMatch(/Lovelace|Warden|Walt/);
    expect(await entries.of('i1')).toMatchObject([{ marks: [{ state: 'safe' }] }]);
  });

  it('are done with once', async () => {
    const { old } = await longAgo();
    await old.forgetBefore('vw', later);
    expect([await old.countBefore('vw', later), await old.forgetBefore('vw', later)]).toEqual([0, 0]);
  });

  it('are gone on with where a process died', async () => {
    const { old, incidents, entries, told } = await longAgo();
    const killed = { ...incidents, save: () => Promise.reject(new Error('killed')) };
    const dying = forgettingIncidents({ incidents: killed, entries });
    await expect(dying.forgetBefore('vw', later)).rejects.toThrow('killed');
    await old.forgetBefore('vw', later);
    expect(told()).not.toMatch(/Lovelace|Warden|Walt/);
  });

  it('keep their names until their time has come', async () => {
    const { old, told } = await longAgo();
    expect(await old.forgetBefore('vw', secondsIn(900))).toBe(0);
    expect(told()).toMatch(/Lovelace/);
  });
});
