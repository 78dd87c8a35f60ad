import { describe, expect, it } from 'vitest';
import { blank, changesOf, given, knownAs } from './draft.ts';

const draft = { ...blank('2026-03-02'), name: 'Bob Moran' };
const before = {
  kind: 'contractor',
  name: 'Bob Moran',
  company: 'Roofs Ltd',
  email: 'bob@example.org',
  phone: '+447700900123',
  vehicle: 'AB12 CDE',
  hostId: 'p1',
  hostName: 'Ada Lovelace',
  visits: 3,
  lastOn: '2026-02-01',
} as const;

describe('the form for a visitor', () => {
  it('is filled in with what is known of somebody who was here before', () => {
    expect(knownAs(draft, before)).toMatchObject({ kind: 'contractor', company: 'Roofs Ltd', hostId: 'p1' });
  });

  it('keeps the host who was chosen for today', () => {
    expect(knownAs({ ...draft, hostId: 'p2', hostName: 'Cy' }, before)).toMatchObject({ hostId: 'p2', hostName: 'Cy' });
  });

  it('names what was changed, and nothing else', () => {
    expect(changesOf(draft, { ...draft, company: 'Roofs Ltd', hostId: 'p1', hostName: 'Ada' })).toBe('company,hostId');
    expect(changesOf(draft, draft)).toBe('');
  });

  it('sends the host by id, never by name', () => {
    expect(given({ ...draft, hostId: 'p1', hostName: 'Ada' })).not.toHaveProperty('hostName');
  });
});
