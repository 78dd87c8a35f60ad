import { describe, expect, it } from 'vitest';
import { recent } from './recent.ts';

describe('a bounded map', () => {
  it('lets go of what nobody asked for, first', () => {
    const map = recent<number>(2);
    map.put('one', 1);
    map.put('two', 2);
    map.get('one');
    map.put('three', 3);
    expect(['one', 'two', 'three'].map(map.get)).toEqual([1, undefined, 3]);
  });

  it('keeps the newest under a key', () => {
    const map = recent<number>(2);
    map.put('one', 1);
    map.put('one', 11);
    expect(map.get('one')).toBe(11);
  });

  it('never brings back what was put in place of', () => {
    const map = recent<number>(4);
    map.put('one', 1);
    ['two', 'three'].forEach((key) => map.put(key, 2));
    map.put('one', 11);
    map.remove((entry) => entry === 11);
    expect(map.get('one')).toBeUndefined();
  });

  it('removes what is meant and nothing else', () => {
    const map = recent<number>(3);
    [1, 2, 3].forEach((one) => map.put(String(one), one));
    map.remove((one) => one === 2);
    expect(['1', '2', '3'].map(map.get)).toEqual([1, undefined, 3]);
  });
});
