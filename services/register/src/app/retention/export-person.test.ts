import { anonymous, AppError, type Principal } from '@guildhall/kernel';
import { describe, expect, it } from 'vitest';
import { anEntry, anIncident, aMark } from '../../domain/evacuation/testing.ts';
import { inMemoryEntries } from '../evacuation/testing.ts';
import type { AuditSource } from '../ports.ts';
import { aReportingRegister } from '../reports/testing.ts';
import { aPerson, personNamed } from '../testing.ts';
import { exportPersonHandler } from './export-person.ts';

const ada = aPerson('Ada');
const asker: Principal = { ...anonymous, kind: 'session', personId: 'ada' };
const needed = new AppError('forbidden', 'identity.reauthentication_required', 'Prove who you are.');
const assertFresh = async ({ kind }: Principal): Promise<void> => {
  if (kind !== 'session') throw needed;
};

async function somebody() {
  const register = aReportingRegister('2026-03-02T09:00:00Z');
  await register.signIn(ada);
  await register.signIn(aPerson('Bob'));
  await register.people.put(personNamed('Ada Lovelace', 'ada'));
  const source: AuditSource = async ({ subjectId, actorId }) =>
    [...register.audits.entries.values()].filter(
      (entry) => (!subjectId || entry.subjectId === subjectId) && (!actorId || entry.actorId === actorId),
    );
  const rollCalls = inMemoryEntries();
  const exportPerson = exportPersonHandler({ ...register, rollCalls, auditSources: [source], assertFresh });
  return { ...register, rollCalls, exportPerson };
}

describe('what the register holds about a person', () => {
  it('is names, visits and audit entries, and nobody else’s', async () => {
    const { exportPerson } = await somebody();
    const records = await exportPerson({ personId: 'ada', by: ada, asker });
    expect(records.person).toMatchObject({ displayName: 'Ada Lovelace' });
    expect(records.visits.map(({ personId }) => personId)).toEqual(['ada']);
    expect(JSON.stringify(records)).not.toMatch(/bob/i);
  });

  it('is what was said of them in evacuations, and not by whom', async () => {
    const { exportPerson, rollCalls } = await somebody();
    const marks = [aMark({ note: 'has hurt a foot' })];
    await rollCalls.save(anEntry({ marks }), anIncident(), []);
    const records = await exportPerson({ personId: 'ada', by: ada, asker });
    expect(records.rollCalls).toMatchObject([
      { incidentId: 'i1', marks: [{ state: 'safe', note: 'has hurt a foot' }] },
    ]);
    expect(JSON.stringify(records.rollCalls)).not.toMatch(/wanda/i);
  });

  it('leaves an audit entry of who asked, once in the file', async () => {
    const { exportPerson, audits } = await somebody();
    const { audits: listed } = await exportPerson({ personId: 'ada', by: ada, asker });
    expect([...audits.entries.values()]).toMatchObject([{ action: 'person.export', actorId: 'ada', subjectId: 'ada' }]);
    expect(listed).toHaveLength(1);
  });

  it('is asked for in vain of somebody who is not known, and nobody looked', async () => {
    const { exportPerson, audits } = await somebody();
    const looking = exportPerson({ personId: 'nobody', by: ada, asker });
    await expect(looking).rejects.toMatchObject({ kind: 'not-found', code: 'register.person_not_found' });
    expect(audits.entries.size).toBe(0);
  });

  it('is given of an erased person whose visits are gone: that nothing is kept', async () => {
    const { exportPerson, people } = await somebody();
    await people.forget('eve');
    expect(await exportPerson({ personId: 'eve', by: ada, asker })).toMatchObject({ visits: [], rollCalls: [] });
  });

  it('is given to nobody who has not proved lately who they are', async () => {
    const { exportPerson, audits } = await somebody();
    const looking = exportPerson({ personId: 'ada', by: ada, asker: { ...asker, kind: 'token' } });
    await expect(looking).rejects.toBe(needed);
    expect(audits.entries.size).toBe(0);
  });
});
