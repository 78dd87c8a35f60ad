import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryOutbox } from './memory-outbox.testing.ts';
import { type OrphanOptions, orphans } from './orphans.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const setUp = () => {
  const { source, outboxMarks } = memoryOutbox();
  const goOn = vi.fn<OrphanOptions['goOn']>(() => Promise.resolve());
  const options = { relay: 'ours', sources: ['memory'], marks: source.marks.outboxes, silentMs: 1_000, goOn };
  let beats = 0;
  const beat = (relay: string, at: number, name = 'memory') => {
    beats += 1;
    outboxMarks.set(relay, { heartbeatAt: new Date(beats), confirmedBefore: { [name]: new Date(at) } });
  };
  return { ...orphans(options), goOn, beat, ids: () => [...outboxMarks.keys()] };
};
const wait = (milliseconds: number) => vi.advanceTimersByTime(milliseconds);

describe('the marks of others', () => {
  it('are gone on from at once when they are there at the start, the earliest of each source', async () => {
    const { look, goOn, beat } = setUp();
    beat('one', 7);
    beat('two', 5);
    beat('ours', 1);
    await look();
    await look();
    expect(goOn.mock.calls).toEqual([[{ memory: new Date(5) }]]);
  });

  it('are left alone while they move', async () => {
    const { look, goOn, beat, ids } = setUp();
    await look();
    for (let turn = 0; turn < 10; turn += 1) {
      beat('alive', turn);
      await look();
      wait(900);
    }
    expect(goOn).not.toHaveBeenCalled();
    expect(ids()).toEqual(['alive']);
  });

  it('are gone on from when they stand still, once more before they are deleted, and not again', async () => {
    const { look, goOn, beat, ids } = setUp();
    await look();
    beat('dead', 7);
    await look();
    for (let turn = 0; turn < 3; turn += 1) {
      wait(1_000);
      await look();
      expect(ids()).toEqual(['dead']);
    }
    expect(goOn).toHaveBeenCalledTimes(1);
    wait(1_000);
    await look();
    await look();
    expect(goOn).toHaveBeenCalledTimes(2);
    expect(ids()).toEqual([]);
  });

  it('stay when going on failed, and are tried again', async () => {
    const { look, goOn, beat, ids } = setUp();
    await look();
    beat('dead', 7);
    await look();
    wait(5_000);
    goOn.mockRejectedValueOnce(new Error('the broker is away'));
    await expect(look()).rejects.toThrow('away');
    expect(ids()).toEqual(['dead']);
    await look();
    expect(ids()).toEqual([]);
  });

  it('stay when their process turns out to be alive meanwhile', async () => {
    const { look, goOn, beat, ids } = setUp();
    await look();
    beat('slow', 7);
    await look();
    wait(5_000);
    goOn.mockImplementationOnce(async () => beat('slow', 8));
    await look();
    expect(ids()).toEqual(['slow']);
  });

  it('are not deleted when they tell of a source that is not ours', async () => {
    const { look, goOn, beat, ids } = setUp();
    beat('stranger', 7, 'other');
    await look();
    wait(60_000);
    await look();
    expect(goOn).not.toHaveBeenCalled();
    expect(ids()).toEqual(['stranger']);
  });

  it('tell since when messages may wait, until these were brought out', async () => {
    const { look, oldest, beat } = setUp();
    await look();
    beat('dead', 7);
    await look();
    expect(oldest('memory')).toBeUndefined();
    wait(1_000);
    expect(oldest('memory')).toEqual(new Date(7));
    await look();
    expect(oldest('memory')).toBeUndefined();
  });
});
