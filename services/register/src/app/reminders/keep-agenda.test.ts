import { describe, expect, it, vi } from 'vitest';
import { aPerson, aSite } from '../testing.ts';
import { keepAgendaHandler } from './keep-agenda.ts';
import { aRemindingRegister } from './testing.ts';

const anAgenda = async (start: string, settings: Parameters<typeof aSite>[0] = {}) => {
  const register = aRemindingRegister(start, aSite(settings));
  const missed = vi.fn<(run: Readonly<{ id: string }>) => void>();
  const keep = keepAgendaHandler({ ...register, missed });
  await keep('vw');
  const at = async (moment: string) => {
    register.clock.set(moment);
    await keep('vw');
  };
  const runs = () => [...register.runs.stored.values()].map(({ id, missed: late }) => (late ? `${id} missed` : id));
  return { ...register, keep, at, runs, missed, next: () => register.agendas.stored.get('vw')?.reminder?.at };
};

// A Monday.
const monday = '2026-03-02T09:00:00Z';

describe('the agenda of a site', () => {
  it('begins a run when its time has come, and plans the next', async () => {
    const { at, runs, next } = await anAgenda(monday);
    expect(next()).toEqual(new Date('2026-03-02T11:00:00Z'));
    await at('2026-03-02T11:00:00Z');
    expect(runs()).toEqual(['vw_2026-03-02_reminder']);
    expect(next()).toEqual(new Date('2026-03-02T17:00:00Z'));
  });

  it('begins it once, though three processes look at once', async () => {
    const { clock, keep, runs } = await anAgenda(monday);
    clock.set('2026-03-02T11:00:00Z');
    await Promise.all([keep('vw'), keep('vw'), keep('vw')]);
    expect(runs()).toEqual(['vw_2026-03-02_reminder']);
  });

  it('begins a run that is an hour late, and passes over one that is later', async () => {
    const hour = await anAgenda(monday);
    await hour.at('2026-03-02T12:00:00Z');
    expect(hour.runs()).toEqual(['vw_2026-03-02_reminder']);
    const later = await anAgenda(monday);
    await later.at('2026-03-02T12:00:00.001Z');
    expect(later.runs()).toEqual(['vw_2026-03-02_reminder missed']);
    expect(later.missed).toHaveBeenCalledOnce();
  });

  it('finds what is due now behind what was missed', async () => {
    const { at, keep, runs } = await anAgenda(monday);
    await at('2026-03-04T17:30:00Z');
    await keep('vw');
    expect(runs()).toEqual(['vw_2026-03-02_reminder missed', 'vw_2026-03-04_reminder_pm']);
  });

  it('has a second call of the day where the site wants one', async () => {
    const pm = { template: 'reminder_pm', time: '17:00', days: ['monday'], secondTime: '18:30' } as const;
    const { at, runs } = await anAgenda(monday, { reminders: [pm] });
    await at('2026-03-02T17:00:00Z');
    await at('2026-03-02T18:30:00Z');
    expect(runs()).toEqual(['vw_2026-03-02_reminder_pm', 'vw_2026-03-02_reminder_pm_second']);
  });

  it('passes over holidays and the days on which the site is closed', async () => {
    const holidays = [{ date: '2026-03-02', name: 'Founders day' }];
    const { next } = await anAgenda(monday, { holidays, openingDays: ['monday', 'thursday'] });
    expect(next()).toEqual(new Date('2026-03-05T11:00:00Z'));
  });

  it('follows settings that were changed', async () => {
    const { sites, keep, next, site } = await anAgenda(monday);
    sites.put({ ...site, version: 2, timeZone: 'Europe/Paris' });
    await keep('vw');
    expect(next()).toEqual(new Date('2026-03-02T10:00:00Z'));
  });

  it('is left alone when nothing changes', async () => {
    const { keep, agendas } = await anAgenda(monday);
    await keep('vw');
    expect(agendas.stored.get('vw')?.version).toBe(1);
  });

  it('is empty where nothing is ever to be done', async () => {
    const { agendas } = await anAgenda(monday, { reminders: [] });
    expect(agendas.stored.get('vw')).toEqual({ id: 'vw', version: 1 });
  });
});

describe('the digest of the day', () => {
  const digest = { time: '18:00', slackChannel: '#day', emails: ['office@example.org'] };

  it('goes to every place that the site names, once', async () => {
    const { at, signIn, signOut, agendas, keep, clock } = await anAgenda(monday, { digest });
    for (const name of ['Ada', 'Bob']) await signIn(aPerson(name));
    clock.set('2026-03-02T12:00:00Z');
    await signOut(aPerson('Bob'));
    await at('2026-03-02T18:00:00Z');
    await keep('vw');
    expect(agendas.errands.map(({ to }) => to)).toEqual([{ email: 'office@example.org' }, { slackChannel: '#day' }]);
    expect(agendas.errands[0]?.variables).toMatchObject({ came: '2', inside: '1', most: '2', mostAt: '09:00' });
  });

  it('is not sent when it is more than an hour late', async () => {
    const { at, agendas } = await anAgenda(monday, { digest });
    await at('2026-03-02T19:00:01Z');
    expect(agendas.errands).toEqual([]);
  });
});
