import type { ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { eventStream } from './event-stream.ts';

function setUp(writableLength = 0) {
  const written: string[] = [];
  const response = {
    headersSent: false,
    destroyed: false,
    writableEnded: false,
    writableLength,
    writeHead: () => void (response.headersSent = true),
    write: (text: string) => written.push(text),
    end: () => void (response.writableEnded = true),
    destroy: () => void (response.destroyed = true),
  };
  return { response, written, stream: eventStream(response as unknown as ServerResponse, {}) };
}

describe('a stream of events', () => {
  it('begins with the first event, after how to come back', () => {
    const { stream, written } = setUp();
    stream.heartbeat();
    expect(written).toEqual([]);
    stream.snapshot('{"count":1}');
    stream.fact({ id: '7-1', name: 'moved', match: '', json: '{}' });
    expect(written[0]).toMatch(/^retry: \d+\n\n$/);
    expect(written.slice(1)).toEqual(['event: snapshot\ndata: {"count":1}\n\n', 'event: moved\nid: 7-1\ndata: {}\n\n']);
  });

  it('is kept awake by a comment', () => {
    const { stream, written } = setUp();
    stream.open();
    stream.heartbeat();
    expect(written.at(-1)).toBe(':\n\n');
  });

  it('says that it is over when nobody should come back', () => {
    const { stream, written, response } = setUp();
    stream.end(true);
    expect(written.at(-1)).toBe('event: end\ndata: {}\n\n');
    expect(response.writableEnded).toBe(true);
  });

  it('lets go of a reader that does not read', () => {
    const { stream, response } = setUp(2_000_000);
    stream.snapshot('{}');
    expect(response.destroyed).toBe(true);
  });

  it('writes nothing to who has gone', () => {
    const { stream, written, response } = setUp();
    response.destroyed = true;
    stream.snapshot('{}');
    stream.end(false);
    expect(written).toEqual([]);
  });
});
