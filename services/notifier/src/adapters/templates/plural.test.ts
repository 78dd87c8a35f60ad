import { expect, it } from 'vitest';
import { plural } from './plural.ts';

it.each([
  ['0', 'people'],
  ['1', 'person'],
  ['2', 'people'],
  ['11', 'people'],
  ['many', 'people'],
])('says %s %s', (count, word) => {
  expect(plural(count, 'person', 'people')).toBe(word);
});
