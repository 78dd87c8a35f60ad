import { describe, expect, it } from 'vitest';
import { aPerson, aSite } from '../../app/testing.ts';
import { siteDay } from '../site-day.ts';
import { openVisit } from '../visit.ts';
import { occupantsOf } from './occupant.ts';

const visit = (id: string, name: string, at: string) => {
  const site = aSite();
  const since = new Date(at);
  return openVisit(id, { site, day: siteDay(site, since), at: since, by: aPerson(name), entrance: '' });
};

describe('who is to be accounted for', () => {
  it('is everybody once, since they came first', () => {
    const visits = [visit('v2', 'Ada', '2026-03-02T09:20:00Z'), visit('v1', 'Ada', '2026-03-02T09:00:00Z')];
    expect(occupantsOf([...visits, visit('v3', 'Bob', '2026-03-02T10:00:00Z')])).toMatchObject([
      { personId: 'ada', visitId: 'v1', since: new Date('2026-03-02T09:00:00Z') },
      { personId: 'bob', visitId: 'v3' },
    ]);
  });
});
