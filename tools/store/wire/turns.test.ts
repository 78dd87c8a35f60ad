import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Turns } from './turns.ts';

let turns: Turns;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  turns = new Turns();
});
afterEach(() => void vi.useRealTimers());

/** Runs some jobs at once and says how many of them ran side by side at most. */
const widest = async (collection: string): Promise<number> => {
  let running = 0;
  let most = 0;
  const job = async (): Promise<void> => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
  };
  await Promise.all([1, 2, 3].map(() => turns.run(collection, job)));
  return most;
};

describe('writers of many documents', () => {
  it('run side by side', async () => {
    expect(await widest('a.b')).toBe(3);
  });

  it('take turns after a deadlock in their collection, and only there', async () => {
    turns.collided('a.b');
    expect(await widest('a.b')).toBe(1);
    expect(await widest('a.c')).toBe(3);
  });

  it('get their turn in the order they came', async () => {
    turns.collided('a.b');
    const order: number[] = [];
    await Promise.all([1, 2, 3].map((n) => turns.run('a.b', () => Promise.resolve(void order.push(n)))));
    expect(order).toEqual([1, 2, 3]);
  });

  it('get their turn after one that failed, which fails alone', async () => {
    turns.collided('a.b');
    const failing = turns.run('a.b', () => Promise.reject(new Error('odd')));
    const next = turns.run('a.b', () => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('odd');
    expect(await next).toBe('done');
  });

  it('run side by side again when it has been calm for a while', async () => {
    turns.collided('a.b');
    vi.setSystemTime(Date.now() + 5_000);
    await turns.run('a.b', () => Promise.resolve());
    await Promise.resolve();
    expect(await widest('a.b')).toBe(3);
  });
});
