import { serialize } from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BrokenFrame } from './frames.ts';
import { parseMessage, replyHead } from './message.ts';
import { attempt, int32, opMsg, opQuery, sequence } from './testing.ts';

const ping = Buffer.from(serialize({ ping: 1 }));

describe('a wire message', () => {
  it('is a command and its request id', () => {
    const message = parseMessage(opMsg({ requestId: 41, body: ping }));
    expect(message).toMatchObject({ requestId: 41, kind: 'msg', sequences: [], wantsReply: true });
    expect(message.body).toEqual(ping);
  });

  it('brings documents beside the command, in their own bytes', () => {
    const documents = [serialize({ a: 1 }), serialize({ a: 2 })];
    const { sequences } = parseMessage(opMsg({ body: ping, after: sequence('documents', documents) }));
    expect(sequences).toEqual([{ name: 'documents', documents: Buffer.concat(documents) }]);
  });

  it('may carry a checksum, which is left alone', () => {
    const { body } = parseMessage(opMsg({ flags: 1, body: ping, after: Buffer.from('ABCD') }));
    expect(body).toEqual(ping);
  });

  it('may ask for no reply', () => {
    expect(parseMessage(opMsg({ flags: 2, body: ping })).wantsReply).toBe(false);
  });

  it('may have the older form in which drivers say hello', () => {
    expect(parseMessage(opQuery(ping))).toMatchObject({ kind: 'query', body: ping });
  });

  it.each([
    ['an unknown opcode', () => opMsg({ opcode: 2012, body: ping })],
    ['no body', () => opMsg({ body: Buffer.alloc(0) }).subarray(0, 20)],
    ['a section of unknown kind', () => opMsg({ body: ping, after: Buffer.from([9]) })],
    ['a document longer than the message', () => opMsg({ body: Buffer.concat([int32(500), ping.subarray(4)]) })],
    [
      'a sequence longer than the message',
      () => opMsg({ body: ping, after: Buffer.concat([Buffer.from([1]), int32(500)]) }),
    ],
    [
      'a sequence without a name',
      () => opMsg({ body: ping, after: Buffer.concat([Buffer.from([1]), int32(6), Buffer.from('xx')]) }),
    ],
  ])('is refused with %s', (_, bytes) => {
    expect(() => parseMessage(bytes())).toThrow(BrokenFrame);
  });

  it('is read or refused, but never anything else, whatever its bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 5, maxLength: 60 }), (noise) => {
        const outcome = attempt(() => parseMessage(opMsg({ body: Buffer.from(noise) })).kind);
        expect(outcome === 'msg' || outcome instanceof BrokenFrame).toBe(true);
      }),
    );
  });
});

describe('the head of a reply', () => {
  it('answers the request with the length of the whole', () => {
    const head = replyHead(parseMessage(opMsg({ requestId: 41, body: ping })), 10);
    expect([head.readInt32LE(0), head.readInt32LE(8), head.readInt32LE(12)]).toEqual([31, 41, 2013]);
  });

  it('takes the older form for a question of the older form', () => {
    const head = replyHead(parseMessage(opQuery(ping)), 10);
    expect([head.readInt32LE(0), head.readInt32LE(12), head.readInt32LE(32)]).toEqual([46, 1, 1]);
  });
});
