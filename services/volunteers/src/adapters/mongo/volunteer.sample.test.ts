import { describe, expect, it } from 'vitest';
import type { Selection } from '../../app/volunteers/list-volunteers.ts';
import { likelyEnd, type Sampled } from './volunteer.sample.ts';

const anybody: Selection = { statuses: ['active'], state: '', role: '', q: '' };

const named = (number: number, change: Partial<Sampled> = {}): Sampled => ({
  sortName: `n${String(number).padStart(3, '0')}`,
  status: 'active',
  state: 'ADDED_TO_CHANNELS',
  roleKeys: ['crew'],
  locationIds: ['here'],
  ...change,
});
const names = Array.from({ length: 100 }, (_, number) => named(number, number % 2 ? { state: 'BLOCKED' } : {}));

describe('where a page likely ends', () => {
  it('is two pages on, by how many each one stands for', () => {
    expect(likelyEnd({ names, weight: 10 }, anybody, undefined, 50)).toBe('n010');
    expect(likelyEnd({ names, weight: 25 }, anybody, { sortName: 'n050', id: 'x' }, 50)).toBe('n055');
  });

  it('counts those alone who are meant', () => {
    expect(likelyEnd({ names, weight: 10 }, { ...anybody, state: 'BLOCKED' }, undefined, 50)).toBe('n021');
    expect(likelyEnd({ names, weight: 10 }, { ...anybody, locationIds: ['there'] }, undefined, 50)).toBeUndefined();
    expect(likelyEnd({ names, weight: 10 }, { ...anybody, role: 'lead' }, undefined, 50)).toBeUndefined();
    expect(likelyEnd({ names, weight: 10 }, { ...anybody, statuses: ['left'] }, undefined, 50)).toBeUndefined();
  });

  it('is unknown near the end, and where there are few', () => {
    expect(likelyEnd({ names, weight: 10 }, anybody, { sortName: 'n095', id: 'x' }, 50)).toBeUndefined();
    expect(likelyEnd({ names: names.slice(0, 20), weight: 1 }, anybody, undefined, 50)).toBeUndefined();
  });
});
