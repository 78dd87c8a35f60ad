import { expect, it } from 'vitest';
import { errands } from './errands.ts';

it('every errand of every series has a recipient of its own', () => {
  const all = [errands(1, 3_000), errands(2, 3_000)].flat();
  expect(new Set(all.map(({ to }) => to)).size).toBe(6_000);
  expect(new Set(all.map(({ channel }) => channel))).toEqual(new Set(['email', 'sms', 'push']));
});
