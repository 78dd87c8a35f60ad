import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryOutbox } from './memory-outbox.testing.ts';
import { watermark } from './watermark.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const setUp = () => {
  const { source, ledger, outboxMarks } = memoryOutbox();
  const marks = source.marks.outboxes;
  const save = vi.spyOn(marks, 'save');
  return { ...watermark('ours', [source], marks), ledger, save, marks: outboxMarks };
};

describe('the watermark', () => {
  it('says how far the process is, and never more', async () => {
    const { write, ledger, marks } = setUp();
    const { keptAt } = ledger.begin();
    vi.advanceTimersByTime(1_000);
    ledger.begin();
    await write();
    expect(marks.get('ours')).toEqual({ heartbeatAt: new Date(), confirmedBefore: { memory: keptAt } });
  });

  it('is written at each beat while messages come, and now and then when none do', async () => {
    const { beat, ledger, save } = setUp();
    const beats = async (count: number) => {
      for (let n = 0; n < count; n += 1) {
        await beat();
        vi.advanceTimersByTime(1_000);
      }
      return save.mock.calls.length;
    };
    expect(await beats(1)).toBe(1);
    ledger.settle(ledger.begin());
    expect(await beats(1)).toBe(2);
    expect(await beats(6)).toBe(4);
    ledger.begin();
    expect(await beats(5)).toBe(9);
  });

  it('is written once for those who wish it at the same time', async () => {
    const { write, save } = setUp();
    await Promise.all([write(), write(), write()]);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('covers saves for a while after it was written, and can be renewed', async () => {
    const { write, ledger, marks } = setUp();
    expect(ledger.cover?.isValid()).toBe(false);
    await write();
    expect(ledger.cover?.isValid()).toBe(true);
    vi.advanceTimersByTime(5_000);
    expect(ledger.cover?.isValid()).toBe(false);
    marks.clear();
    await ledger.cover?.renew();
    expect([ledger.cover?.isValid(), marks.size]).toEqual([true, 1]);
  });

  it('covers nothing when the store did not take it', async () => {
    const { write, ledger, save } = setUp();
    save.mockRejectedValueOnce(new Error('away'));
    await expect(write()).rejects.toThrow('away');
    expect(ledger.cover?.isValid()).toBe(false);
  });

  it('goes with a process that ends with nothing waiting, and covers nothing from then on', async () => {
    const { write, close, ledger, marks } = setUp();
    await write();
    await close();
    expect([marks.size, ledger.cover?.isValid()]).toEqual([0, false]);
  });

  it('stays behind, up to date, when something waits', async () => {
    const { write, close, ledger, marks } = setUp();
    await write();
    vi.advanceTimersByTime(1_000);
    const { keptAt } = ledger.begin();
    await close();
    expect(marks.get('ours')?.confirmedBefore['memory']).toEqual(keptAt);
  });
});
