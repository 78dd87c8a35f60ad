import { expect, it } from 'vitest';
import { costOf, parseStat } from './processor-time.ts';

it('a line of /proc is read whatever the program is called', () => {
  const stat = '42 (a) b (c)) S 7 42 42 0 -1 4194560 9 0 0 0 100 20 3 4 20 0 1 0 5 6 7';
  expect(parseStat(stat)).toEqual({ parent: 7, ticks: 127 });
});

it('a cost is what was used between two looks, by thing', () => {
  expect(costOf({ nats: 100 }, { nats: 300, late: 50 }, 100)).toEqual({ nats: 2, late: 0.5 });
});
