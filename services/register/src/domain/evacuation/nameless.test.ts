import { describe, expect, it } from 'vitest';
import { namelessEntry, namelessIncident } from './nameless.ts';
import { anEntry, anIncident, began } from './testing.ts';

describe('an incident of long ago', () => {
  it('names nobody in charge, and still says when, where and how many', () => {
    const incident = anIncident({ open: false, endedAt: began, endedBy: { personId: 'olga', displayName: 'Olga' } });
    const next = namelessIncident({ ...incident, note: 'Olga locked up', wardenIds: ['wanda'] });
    expect(next).toMatchObject({ startedAt: incident.startedAt, frozenCount: incident.frozenCount, nameless: true });
    expect(JSON.stringify(next)).not.toMatch(/olga|wanda/i);
  });

  it('has entries of nobody known, with their states', () => {
    const said = { id: 'm1', state: 'safe', at: began, receivedAt: began, source: 'warden' } as const;
    const mark = { ...said, byId: 'wanda', byName: 'Wanda', note: 'with Walt' };
    const next = namelessEntry({ ...anEntry(), marks: [mark] });
    expect(next).toMatchObject({ personId: '', displayName: '', marks: [{ state: 'safe', byId: '', byName: '' }] });
    expect(JSON.stringify(next.marks)).not.toMatch(/wanda|walt/i);
  });
});
