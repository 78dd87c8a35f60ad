import { describe, expect, it } from 'vitest';
import type { Measured } from '../load/phase.ts';
import { type Row, single } from '../rows/row.ts';
import { inRounds } from './in-rounds.ts';

function setUp() {
  const seen: string[] = [];
  const row: Row = { id: 'r', title: 'a row', peer: 'a peer', floors: [] };
  const run = (name: string) => async (seconds: number) => {
    seen.push(`${name} ${seconds}`);
    return { perSecond: seen.length } as Measured;
  };
  const experiment = single(row, { ours: run('ours'), peer: run('peer') });
  return {
    seen,
    row,
    rounds: () => inRounds([experiment], { rounds: 2, seconds: 4, warmUpSeconds: 1, onMeasured: () => undefined }),
  };
}

describe('the rounds', () => {
  it('begin with one to warm up, and change the order of the sides each time', async () => {
    const { seen, rounds } = setUp();
    await rounds();
    expect(seen).toEqual(['ours 1', 'peer 1', 'peer 4', 'ours 4', 'ours 4', 'peer 4']);
  });

  it('keep what was measured after that, by side', async () => {
    const { row, rounds } = setUp();
    const kept = (await rounds()).get(row);
    expect(kept?.ours.map((one) => one.perSecond)).toEqual([4, 5]);
    expect(kept?.peer.map((one) => one.perSecond)).toEqual([3, 6]);
  });
});
