import { anonymous, AppError, isErrorKind, type Principal, statusOf } from '@guildhall/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeRefusal, encodeRefusal } from './failure.ts';
import { partsOf, readReplies, replyBytes, type ReplyFrame, writeReply } from './reply-frame.ts';
import { type Outgoing, readRequests, requestBytes, type RequestFrame, writeRequest } from './request-frame.ts';

const principals = fc.record<Principal>({
  kind: fc.constantFrom('anonymous', 'session', 'token', 'service'),
  personId: fc.string(),
  sessionId: fc.string(),
  displayName: fc.string({ unit: 'grapheme' }),
  permissions: fc.array(fc.string(), { maxLength: 5 }),
});
const requests = fc.record<Outgoing>({
  call: fc.record({
    principal: principals,
    client: fc.record({ ip: fc.ipV6(), userAgent: fc.string({ unit: 'grapheme', maxLength: 100 }) }),
    deadline: fc.integer({ min: 0, max: 2 ** 45 }),
  }),
  traceparent: fc.constantFrom('', `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`),
  body: fc.uint8Array({ maxLength: 300 }),
});
const numbers = fc.integer({ min: 0, max: 2 ** 32 - 1 });

const written = (frames: readonly RequestFrame[]): Buffer => {
  const buffer = Buffer.alloc(frames.reduce((sum, frame) => sum + requestBytes(frame), 0));
  const end = frames.reduce((at, frame) => writeRequest(buffer, at, frame.number, frame), 0);
  return buffer.subarray(0, end);
};
const readAll = (data: Uint8Array): RequestFrame[] => {
  const frames: RequestFrame[] = [];
  readRequests(data, (frame) => frames.push({ ...frame, body: Uint8Array.from(frame.body) }));
  return frames;
};

const attempt = (read: () => unknown): string => {
  try {
    read();
    return 'frames';
  } catch (error) {
    return (error as Error).name;
  }
};

describe('request frames', () => {
  it('read as they were written, any number in one message', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(numbers, requests)), (pairs) => {
        const frames = pairs.map(([number, request]) => ({ ...request, number }));
        expect(readAll(written(frames))).toEqual(frames);
      }),
    );
  });

  it('are refused when they are cut short anywhere', () => {
    const request = {
      call: { principal: anonymous, client: { ip: '::1', userAgent: 'x' }, deadline: 5 },
      traceparent: '',
      body: Uint8Array.of(1, 2, 3),
    };
    const whole = written([{ ...request, number: 7 }]);
    for (let length = 1; length < whole.length; length += 1) {
      expect(() => readAll(whole.subarray(0, length))).toThrow(RangeError);
    }
  });

  it('never read as anything but frames or a refusal, whatever arrives', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        expect(['frames', 'RangeError', 'SyntaxError']).toContain(attempt(() => readAll(noise)));
      }),
    );
  });

  it('cut what is too long to be a user agent', () => {
    const client = { ip: '::1', userAgent: 'ü'.repeat(5_000) };
    const frame = {
      number: 1,
      call: { principal: anonymous, client, deadline: 5 },
      traceparent: '',
      body: new Uint8Array(),
    };
    expect(readAll(written([frame]))[0]?.call.client.userAgent).toBe('ü'.repeat(512));
  });
});

describe('reply frames', () => {
  it('read as they were written', () => {
    const replies = fc.record<ReplyFrame>({ number: numbers, status: fc.nat(2), body: fc.uint8Array() });
    fc.assert(
      fc.property(fc.array(replies), (frames) => {
        const buffer = Buffer.alloc(frames.reduce((sum, frame) => sum + replyBytes(frame), 0));
        expect(frames.reduce((at, frame) => writeReply(buffer, at, frame), 0)).toBe(buffer.length);
        const read: ReplyFrame[] = [];
        readReplies(buffer, (frame) => read.push({ ...frame, body: Uint8Array.from(frame.body) }));
        expect(read).toEqual(frames);
      }),
    );
  });

  it('travel in parts where they are large, none larger than any broker carries, and nothing is lost', () => {
    const body = Uint8Array.from({ length: 1_300_000 }, (_, index) => index % 251);
    const parts = partsOf({ number: 7, status: 0, body });
    expect(parts.map(({ status }) => status)).toEqual([3, 3, 0]);
    expect(Math.max(...parts.map(replyBytes))).toBeLessThan(1_000_000);
    expect(Buffer.concat(parts.map((part) => part.body)).equals(body)).toBe(true);
    expect(partsOf({ number: 7, status: 1, body: body.subarray(0, 10) })).toHaveLength(1);
  });

  it('are refused when they are cut short', () => {
    const buffer = Buffer.alloc(10);
    writeReply(buffer, 0, { number: 1, status: 0, body: Uint8Array.of(1) });
    expect(() => readReplies(buffer.subarray(0, 9), () => undefined)).toThrow(RangeError);
  });
});

describe('refusals on their way', () => {
  const kinds = Object.keys(statusOf).filter(isErrorKind);

  it.each(kinds)('keep kind, code and message: %s', (kind) => {
    const error = new AppError(kind, 'test.reason', 'Because.');
    expect(decodeRefusal(encodeRefusal(error))).toEqual(error);
  });

  it('leave their cause behind', () => {
    const error = new AppError('conflict', 'test.reason', 'Because.', { cause: new Error('secret') });
    expect(Buffer.from(encodeRefusal(error)).toString()).not.toContain('secret');
  });

  it('of a kind that is unknown here are unexpected errors', () => {
    const body = Buffer.from(JSON.stringify({ kind: 'teapot', code: 'x.y', message: 'z' }));
    expect(decodeRefusal(body)).not.toBeInstanceOf(AppError);
  });
});
