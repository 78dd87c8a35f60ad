import { expect, it } from 'vitest';
import { recentOwners } from './recent-owners.ts';

it('knows whose a visit is that was given to somebody else', () => {
  const owners = recentOwners(2);
  owners.set('v1', 'ada');
  expect([owners.contradict('v1', 'bob'), owners.contradict('v1', 'ada'), owners.contradict('v2', 'bob')]).toEqual([
    true,
    false,
    false,
  ]);
});

it('forgets the oldest first', () => {
  const owners = recentOwners(2);
  for (const id of ['v1', 'v2', 'v1', 'v3']) owners.set(id, 'ada');
  expect(['v1', 'v2', 'v3'].map((id) => owners.contradict(id, 'bob'))).toEqual([true, false, true]);
});
