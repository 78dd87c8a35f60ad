import { expect, it } from 'vitest';
import { table } from './table.ts';

it('a table has columns of one width', () => {
  expect(
    table(
      ['what', 'n'],
      [
        ['a', '1 000'],
        ['bcdef', '2×'],
      ],
    ),
  ).toBe(['| what  | n     |', '| ----- | ----- |', '| a     | 1 000 |', '| bcdef | 2×    |'].join('\n'));
});
