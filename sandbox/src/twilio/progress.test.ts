import { expect, it } from 'vitest';
import { Progress } from './progress.ts';

it('is the last step, and delivered where none is told', () => {
  const progress = new Progress();
  progress.set('SM1', 'queued');
  progress.set('SM1', 'sent');
  expect([progress.of('SM1'), progress.of('SM2')]).toEqual(['sent', 'delivered']);
});

it('forgets the oldest of too many', () => {
  const progress = new Progress();
  for (let count = 0; count <= 10_000; count += 1) progress.set(`SM${count}`, 'queued');
  expect([progress.of('SM0'), progress.of('SM1'), progress.of('SM10000')]).toEqual(['delivered', 'queued', 'queued']);
});
