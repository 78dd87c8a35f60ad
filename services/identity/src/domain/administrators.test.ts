import { expect, it } from 'vitest';
import { enter, noAdministrators, takeOut } from './administrators.ts';

const ada = enter(noAdministrators, 'ada')!;
const both = enter(ada, 'bob')!;

it('enters somebody once', () => {
  expect(ada).toEqual({ version: 1, ids: ['ada'] });
  expect(enter(ada, 'ada')).toBeUndefined();
});

it('lets one go while another stays', () => {
  expect(takeOut(both, 'ada')).toEqual({ version: 3, ids: ['bob'] });
  expect(takeOut(both, 'stranger')).toBeUndefined();
});

it('keeps the last one', () => {
  expect(() => takeOut(ada, 'ada')).toThrow(
    expect.objectContaining({ kind: 'conflict', code: 'identity.last_administrator' }),
  );
});
