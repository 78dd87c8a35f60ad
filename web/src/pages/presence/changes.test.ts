import { describe, expect, it } from 'vitest';
import { type Came, came, renamed, went } from './changes.ts';

const empty = { people: [], count: 0, today: '2026-03-02', now: '2026-03-02T09:00:00Z' };
const at = '2026-03-02T09:00:00Z';
const ada: Came = { visitId: 'v1', personId: 'p1', displayName: 'Ada Lovelace', kind: 'person', at };
const bob: Came = { ...ada, visitId: 'v2', personId: 'p2', displayName: 'Bob Moran' };

describe('presence on the page', () => {
  it('lists who came in by name', () => {
    const presence = came(came(empty, bob), ada);

    expect(presence.people.map(({ displayName }) => displayName)).toEqual(['Ada Lovelace', 'Bob Moran']);
    expect(presence.count).toBe(2);
  });

  it('counts nobody twice when a movement is heard twice', () => {
    expect(came(came(empty, ada), ada).count).toBe(1);
  });

  it('removes who went out', () => {
    expect(went(came(came(empty, ada), bob), { visitId: 'v1', personId: 'p1' }).people).toMatchObject([
      { personId: 'p2' },
    ]);
  });

  it('keeps somebody who is in again when the end of an earlier visit is heard late', () => {
    expect(went(came(empty, ada), { visitId: 'v0', personId: 'p1' }).count).toBe(1);
  });

  it('shows a new name in its new place', () => {
    const presence = renamed(came(came(empty, ada), bob), { personId: 'p1', displayName: 'Zara Lovelace' });

    expect(presence.people.map(({ displayName }) => displayName)).toEqual(['Bob Moran', 'Zara Lovelace']);
  });
});
