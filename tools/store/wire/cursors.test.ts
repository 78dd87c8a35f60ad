import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CursorRegistry } from './cursors.ts';

const one = Symbol('one');
const other = Symbol('other');
const cursor = (id: bigint, client = one) => ({ id, client, continuation: Buffer.alloc(0), transaction: undefined });

let cursors: CursorRegistry;

beforeEach(() => {
  vi.useFakeTimers();
  cursors = new CursorRegistry();
});
afterEach(() => void vi.useRealTimers());

const idsExpiredAfter = (milliseconds: number): bigint[] =>
  cursors.expire(Date.now() + milliseconds).map(({ id }) => id);

describe('the cursors of the gateway', () => {
  it('are found until they are removed', () => {
    cursors.add(cursor(5n));
    expect(cursors.find(5n, one)?.id).toBe(5n);
    expect(cursors.remove(5n)?.id).toBe(5n);
    expect(cursors.find(5n, one)).toBeUndefined();
  });

  it('expire when nobody asks for ten minutes', () => {
    cursors.add(cursor(5n));
    expect(idsExpiredAfter(599_000)).toEqual([]);
    expect(idsExpiredAfter(600_000)).toEqual([5n]);
    expect(cursors.size).toBe(0);
  });

  it('go within seconds when their client is gone', () => {
    cursors.add(cursor(5n));
    cursors.add(cursor(6n, other));
    cursors.abandon(one);
    expect(idsExpiredAfter(10_000)).toEqual([5n]);
  });

  it('stay when another socket of the same client reads on', () => {
    cursors.add(cursor(5n));
    cursors.abandon(one);
    cursors.find(5n, other);
    expect(idsExpiredAfter(10_000)).toEqual([]);
  });

  it('are bounded in number: the oldest goes first', () => {
    for (let id = 0n; id <= 10_000n; id += 1n) cursors.add(cursor(id));
    expect(cursors.size).toBe(10_000);
    expect(cursors.find(0n, one)).toBeUndefined();
  });
});
