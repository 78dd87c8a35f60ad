import { describe, expect, it } from 'vitest';
import { answerReader } from './answer-reader.ts';

const answer = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 7\r\n\r\n{"a":1}';

function setUp() {
  const statuses: number[] = [];
  const read = answerReader((status) => statuses.push(status));
  return { statuses, read: (text: string) => read(Buffer.from(text)) };
}

describe('the reader of answers', () => {
  it('tells the status of a whole answer', () => {
    const { statuses, read } = setUp();
    read(answer);
    expect(statuses).toEqual([200]);
  });

  it('waits for the end of an answer that comes byte by byte', () => {
    const { statuses, read } = setUp();
    for (const byte of answer.slice(0, -1)) read(byte);
    expect(statuses).toEqual([]);
    read(answer.slice(-1));
    expect(statuses).toEqual([200]);
  });

  it('reads one answer after another', () => {
    const { statuses, read } = setUp();
    read(answer);
    read('HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n');
    expect(statuses).toEqual([200, 503]);
  });

  it('needs no length where there is no body', () => {
    const { statuses, read } = setUp();
    read('HTTP/1.1 204 No Content\r\n\r\n');
    expect(statuses).toEqual([204]);
  });

  it('refuses an answer of unknown length, for it would never end', () => {
    const { read } = setUp();
    expect(() => read('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n')).toThrow('its length');
  });
});
