import { describe, expect, it } from 'vitest';
import { endIncident, isCalled, laidOut, startIncident } from './incident.ts';
import { anIncident, began, secondsIn } from './testing.ts';

const ada = { personId: 'ada', displayName: 'Ada', kind: 'person' } as const;
const wanda = { personId: 'wanda', displayName: 'Wanda Warden' };

describe('an incident', () => {
  it('freezes its list as it begins, and summons the wardens', () => {
    const { next, facts } = startIncident(anIncident(), [ada]);
    expect(next).toMatchObject({ version: 1, open: true, frozen: [ada], frozenCount: 1 });
    expect(facts.map(({ type }) => type)).toEqual(['roll-call-started', 'summon-wardens']);
  });

  it('summons nobody to a test', () => {
    expect(startIncident(anIncident({ kind: 'test' }), []).facts.map(({ type }) => type)).toEqual([
      'roll-call-started',
    ]);
  });

  it('lets go of the list once everybody has an entry', () => {
    const { next } = laidOut(startIncident(anIncident(), [ada]).next);
    expect(next).not.toHaveProperty('frozen');
    expect(next.frozenCount).toBe(1);
  });

  it('ends once', () => {
    const { next, facts } = endIncident(anIncident(), wanda, secondsIn(600), 'All clear.');
    expect(next).toMatchObject({ open: false, endedAt: secondsIn(600), endedBy: wanda, note: 'All clear.' });
    expect(facts).toMatchObject([{ type: 'roll-call-ended' }]);
    expect(() => endIncident(next, wanda, began, '')).toThrow(
      expect.objectContaining({ code: 'register.incident_ended' }),
    );
  });
});

describe('who is called', () => {
  it.each([
    ['live', 'ada', true],
    ['drill', 'ada', true],
    ['test', 'ada', false],
    ['test', 'wanda', true],
    ['live', '', false],
  ] as const)('in a %s: %j: %s', (kind, personId, expected) => {
    expect(isCalled(anIncident({ kind }), { personId })).toBe(expected);
  });
});
