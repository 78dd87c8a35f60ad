import { describe, expect, it } from 'vitest';
import { parsePosition, positionId, startOf } from './position.ts';

const stream = { createdMs: 1_000, firstSequence: 1, lastSequence: 50 };
const seenAt = new Date(500_000);

describe('a position', () => {
  it('is read as it was written', () => {
    const position = { createdMs: 1_772_445_600_123, sequence: 42 };
    expect(parsePosition(positionId(position))).toEqual(position);
  });

  it.each(['', 'x', '1-', '-1', '1-2-3', '1.5-2', `1-${'9'.repeat(16)}`])('is not read from %j', (id) => {
    expect(parsePosition(id)).toBeUndefined();
  });
});

describe('where a reader goes on', () => {
  it('with what comes next when it has no place', () => {
    expect(startOf(undefined, seenAt, stream)).toBe('next');
  });

  it('behind its place in the same stream', () => {
    expect(startOf({ createdMs: 1_000, sequence: 50 }, seenAt, stream)).toEqual({ sequence: 51 });
  });

  it('a minute before it last saw something in a stream that was made anew', () => {
    expect(startOf({ createdMs: 900, sequence: 5 }, seenAt, stream)).toEqual({ time: new Date(440_000) });
  });

  it('a minute before it last saw something in a stream that lost its end', () => {
    expect(startOf({ createdMs: 1_000, sequence: 51 }, seenAt, stream)).toEqual({ time: new Date(440_000) });
  });
});
