import { describe, expect, it } from 'vitest';
import { findEntrance, namedEntrances, withIds } from './entrance.ts';

describe('entrances', () => {
  it('get an id from their name', () => {
    expect(namedEntrances(['Front', 'Cycle yard', 'Hôtel de Ville']).map(({ id }) => id)).toEqual([
      'front',
      'cycle-yard',
      'hotel-de-ville',
    ]);
  });

  it('get an id of their own each, also where names give none', () => {
    expect(namedEntrances(['東門', 'A b', 'a-b']).map(({ id }) => id)).toEqual(['door-1', 'a-b', 'a-b-2']);
  });

  it('keep the id and the place that they had', () => {
    const known = [{ id: 'main', name: 'Front', place: { latitude: 51.5, longitude: -0.1 } }];
    expect(namedEntrances(['Front', 'Back'], known)).toEqual([...known, { id: 'back', name: 'Back' }]);
  });

  it('never take the id of another', () => {
    const doors = withIds([
      { id: '', name: 'Front' },
      { id: 'front', name: 'Old front' },
    ]);
    expect(doors.map(({ id }) => id)).toEqual(['front-2', 'front']);
  });

  it('are found by id before name', () => {
    const doors = [
      { id: 'b', name: 'a' },
      { id: 'a', name: 'x' },
    ];
    expect(findEntrance(doors, 'a')?.name).toBe('x');
    expect(findEntrance(doors, 'x')?.id).toBe('a');
    expect(findEntrance(doors, 'y')).toBeUndefined();
  });
});
