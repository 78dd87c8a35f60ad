import { expect, it } from 'vitest';
import { letters } from './people.ts';

it('names are distinct for a whole town', () => {
  const names = Array.from({ length: 17_576 }, (_, number) => letters(number));
  expect(new Set(names).size).toBe(17_576);
  expect([names[0], names[27], names.at(-1)]).toEqual(['Aaa', 'Abb', 'Zzz']);
});
