import { describe, expect, it } from 'vitest';
import { clearsOf } from './clears.ts';

const save = (owner: string, version: number, from = version) => ({ owner, version, from });

describe('the writes that clear', () => {
  it('take owners at one version together', () => {
    expect(clearsOf([save('a', 1), save('b', 2), save('c', 1)])).toEqual([
      { version: 1, from: 1, owners: ['a', 'c'] },
      { version: 2, from: 2, owners: ['b'] },
    ]);
  });

  it('keep apart what covers different versions', () => {
    expect(clearsOf([save('a', 3, 1), save('b', 3, 3)])).toEqual([
      { version: 3, from: 1, owners: ['a'] },
      { version: 3, from: 3, owners: ['b'] },
    ]);
  });

  it('are small', () => {
    const many = Array.from({ length: 150 }, (_, n) => save(`o${n}`, 1));
    expect(clearsOf(many).map(({ owners }) => owners.length)).toEqual([64, 64, 22]);
  });
});
