import { describe, expect, it } from 'vitest';
import { aStay } from './testing.ts';
import { summaryRows, visitRows } from './visits-report.ts';

const noNames = new Map();
const day2 = { date: '2026-03-03' };

describe('the visits of a range', () => {
  it('have the first sign-in and the last sign-out of each person and day', () => {
    const [row, ...more] = visitRows([aStay('Ada', '13:00', '17:00'), aStay('Ada', '09:00', '12:00')], noNames);
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      signIn: new Date('2026-03-02T09:00:00Z'),
      signOut: new Date('2026-03-02T17:00:00Z'),
      visits: 2,
    });
  });

  it('leave the sign-out blank when a later stay has none', () => {
    expect(visitRows([aStay('Ada', '09:00', '12:00'), aStay('Ada', '13:00')], noNames)[0]).not.toHaveProperty(
      'signOut',
    );
  });

  it('ignore an earlier stay without a sign-out', () => {
    const [row] = visitRows([aStay('Ada', '08:00'), aStay('Ada', '09:00', '12:00')], noNames);
    expect(row?.signOut).toEqual(new Date('2026-03-02T12:00:00Z'));
  });

  it('come by name, then day', () => {
    const stays = [
      aStay('Bob', '09:00', '10:00'),
      aStay('Ada', '09:00', '10:00', day2),
      aStay('Ada', '09:00', '10:00'),
    ];
    expect(visitRows(stays, noNames).map(({ user, date }) => `${user} ${date}`)).toEqual([
      'Ada 2026-03-02',
      'Ada 2026-03-03',
      'Bob 2026-03-02',
    ]);
  });
});

describe('who came', () => {
  const names = new Map([['ada', { firstName: 'Ada', lastName: 'Lovelace', handle: 'ada.lovelace' }]]);
  const stays = [aStay('Ada', '09:00', '10:00'), aStay('Vera', '09:00', '10:00', { kind: 'visitor' })];

  it('is a user name beside the name, in both lists', () => {
    const expected = { personId: 'ada', user: 'ada.lovelace', displayName: 'Ada' };
    expect([visitRows(stays, names)[0], summaryRows(stays, names)[0]]).toMatchObject([expected, expected]);
  });

  it('is the name of a visitor, who has no user name', () => {
    expect(visitRows(stays, names)[1]).toMatchObject({ user: 'Vera', displayName: 'Vera' });
  });
});

describe('the summary', () => {
  it('counts days where it says days, and visits beside them', () => {
    const stays = [
      aStay('Ada', '09:00', '10:00'),
      aStay('Ada', '11:00', '12:00'),
      aStay('Ada', '09:00', undefined, day2),
    ];
    expect(summaryRows(stays, noNames)).toEqual([
      expect.objectContaining({
        days: 2,
        daysSignedIn: 1,
        daysNotSignedOut: 1,
        pct: 50,
        visitsSignedOut: 2,
        visitsNotSignedOut: 1,
      }),
    ]);
  });

  it('rounds the share to one decimal', () => {
    const stays = ['02', '03', '04'].map((day, index) =>
      aStay('Ada', '09:00', index === 0 ? undefined : '10:00', { date: `2026-03-${day}` }),
    );
    expect(summaryRows(stays, noNames)[0]?.pct).toBe(33.3);
  });
});
