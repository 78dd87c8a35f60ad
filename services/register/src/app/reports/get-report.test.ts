import { describe, expect, it } from 'vitest';
import { aPerson, aSite } from '../testing.ts';
import { getReportHandler } from './get-report.ts';
import { aReportingRegister } from './testing.ts';

const viewer = aPerson('Vera View');

async function aDay() {
  const register = aReportingRegister('2026-03-02T08:30:00Z');
  const { clock, signIn, signOut } = register;
  const at = async (time: string, move: () => Promise<unknown>): Promise<void> => {
    clock.set(`2026-03-02T${time}:00Z`);
    await move();
  };
  await at('08:30', () => signIn(aPerson('Bob')));
  await at('09:00', () => signIn(aPerson('Ada')));
  await at('09:30', () => signOut(aPerson('Bob')));
  await at('12:00', () => signOut(aPerson('Ada')));
  await at('13:00', () => signIn(aPerson('Ada')));
  clock.set('2026-03-02T14:00:00Z');
  const getReport = getReportHandler(register);
  const ask = (more: Partial<Parameters<typeof getReport>[0]> = {}) =>
    getReport({ siteId: 'vw', date: '', by: viewer, seesContacts: true, ...more });
  return { ...register, ask };
}

describe('the report of a day', () => {
  it('scenario 17: counts people, and has them by name with what they did', async () => {
    const { ask } = await aDay();
    const { counts, people, contacts } = await ask({ date: '2026-03-02' });
    expect(counts).toEqual({ in: 1, out: 1, notSignedOut: 0 });
    expect(people.map(({ personId, status, stays }) => [personId, status, stays.length])).toEqual([
      ['ada', 'signed-in', 2],
      ['bob', 'signed-out', 1],
    ]);
    expect(contacts.get('ada')).toEqual({ emails: ['ada@example.org'], phones: [] });
  });

  it('shows no contacts to those who may not see them', async () => {
    const { ask } = await aDay();
    expect((await ask({ seesContacts: false })).contacts.size).toBe(0);
  });

  it.each(['03/04/2026', '2026-02-30', '2026-3-2', 'today'])('refuses the date %s', async (date) => {
    const { ask } = await aDay();
    await expect(ask({ date })).rejects.toMatchObject({ code: 'register.bad_date', kind: 'malformed' });
  });

  it('leaves an audit entry of each look', async () => {
    const { ask, audits } = await aDay();
    await ask();
    const entries = [...audits.entries.values()];
    expect(entries).toEqual([expect.objectContaining({ action: 'report.view', actorId: 'vera-view', siteId: 'vw' })]);
  });

  it("has in today's everybody who was carried over", async () => {
    const register = aReportingRegister('2026-03-02T22:00:00Z', aSite({ carryOver: true }));
    await register.signIn(aPerson('Ada'));
    register.clock.set('2026-03-03T08:00:00Z');
    const asked = { siteId: 'vw', by: viewer, seesContacts: false };
    const getReport = getReportHandler(register);
    expect((await getReport({ ...asked, date: '' })).counts).toMatchObject({ in: 1 });
    expect((await getReport({ ...asked, date: '2026-03-02' })).people[0]?.status).toBe('not-signed-out');
  });
});
