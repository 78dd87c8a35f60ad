import { describe, expect, it } from 'vitest';
import { dayReport } from './day-report.ts';
import { aStay } from './testing.ts';

const now = new Date('2026-03-02T14:00:00Z');
const today = { isToday: true, now, names: new Map() };
const past = { ...today, isToday: false, now: new Date('2026-03-09T14:00:00Z') };

describe("a day's report", () => {
  it('scenario 17: has each person once, by name, with every stay in order of time', () => {
    const stays = [
      aStay('Bob', '08:30', '09:30'),
      aStay('Ada', '13:00', undefined, { open: true }),
      aStay('Ada', '09:00', '12:00'),
    ];
    const { counts, people } = dayReport(stays, today);
    expect(counts).toEqual({ in: 1, out: 1, notSignedOut: 0 });
    expect(people.map(({ displayName, status }) => [displayName, status])).toEqual([
      ['Ada', 'signed-in'],
      ['Bob', 'signed-out'],
    ]);
    expect(people[0]?.stays.map(({ arrivedAt }) => arrivedAt.toISOString())).toEqual([
      '2026-03-02T09:00:00.000Z',
      '2026-03-02T13:00:00.000Z',
    ]);
  });

  it('says of a day that is over that somebody did not sign out, even while the visit is open', () => {
    const open = aStay('Ada', '09:00', undefined, { open: true, endsAt: new Date('2026-03-10T00:00:00Z') });
    const { counts, people } = dayReport([open], past);
    expect(people[0]?.status).toBe('not-signed-out');
    expect(counts).toEqual({ in: 0, out: 0, notSignedOut: 1 });
  });

  it('says that nobody is inside whose visit is past its end', () => {
    const over = aStay('Ada', '09:00', undefined, { open: true, endsAt: now });
    expect(dayReport([over], today).people[0]?.status).toBe('not-signed-out');
  });

  it('counts somebody once who was carried over and came again', () => {
    const before = aStay('Ada', '20:00', '2026-03-02T08:00:00Z', { date: '2026-03-01' });
    const after = aStay('Ada', '09:00', undefined, { open: true });
    expect(dayReport([after, before], today).people).toHaveLength(1);
  });

  it('orders by first name, then last name, whatever the case and the accents', () => {
    const stays = ['zoe Adams', 'Émile Zola', 'Emil Young', 'emil Abel'].map((name) => aStay(name, '09:00', '10:00'));
    const names = dayReport(stays, past).people.map(({ displayName }) => displayName);
    expect(names).toEqual(['emil Abel', 'Emil Young', 'Émile Zola', 'zoe Adams']);
  });
});
