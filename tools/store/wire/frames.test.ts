import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BrokenFrame, FrameReader } from './frames.ts';

// A frame is its own length in one byte, then the rest.
const format = { headerBytes: 1, maxBytes: 100, measure: (bytes: Buffer, at: number) => bytes.readUInt8(at) };

const frame = (length: number, fill = 7): Buffer =>
  Buffer.concat([Buffer.from([length]), Buffer.alloc(length - 1, fill)]);

const split = (bytes: Buffer, cuts: readonly number[]): Buffer[] => {
  const ends = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].toSorted((a, b) => a - b);
  return [0, ...ends].map((start, index) => bytes.subarray(start, ends[index] ?? bytes.length));
};

describe('a reader of frames', () => {
  it('gives the same frames however the stream is cut into chunks', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lengths, fc.array(fc.nat(800), { maxLength: 10 }), (sizes, cuts) => {
        const frames = sizes.map((size, index) => frame(size, index));
        const reader = new FrameReader(format);
        const read = split(Buffer.concat(frames), cuts).flatMap((chunk) => reader.push(chunk));
        expect(read).toEqual(frames);
      }),
    );
  });

  it('does not copy a frame that lies in one chunk', () => {
    const chunk = Buffer.concat([frame(3), frame(5)]);
    const [, second] = new FrameReader(format).push(chunk);
    expect(second?.buffer).toBe(chunk.buffer);
  });

  it('waits for a header that is not complete', () => {
    const reader = new FrameReader({ headerBytes: 4, maxBytes: 100, measure: (bytes, at) => bytes.readInt32LE(at) });
    expect(reader.push(Buffer.from([6, 0]))).toEqual([]);
    expect(reader.push(Buffer.from([0, 0, 1, 2]))).toEqual([Buffer.from([6, 0, 0, 0, 1, 2])]);
  });

  it.each([0, 101])('refuses a frame of %i bytes before it takes memory for it', (length) => {
    expect(() => new FrameReader(format).push(Buffer.from([length]))).toThrow(BrokenFrame);
  });
});
