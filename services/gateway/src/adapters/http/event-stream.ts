import type { ServerResponse } from 'node:http';
import type { FeedFact } from '../../app/feeds/facts.ts';
import type { Headers } from './answer.ts';

// A reader that falls this far behind is let go: it comes back with its last id.
const mostUnsentBytes = 1_048_576;
// How long a browser waits before it comes back, with a spread, so that not all come at once.
const retryMs = 1_000;

/** Server-sent events (HTML standard, section 9.2) over one response, which begins with the first of them. */
export function eventStream(response: ServerResponse, headers: Headers) {
  const write = (text: string): void => {
    if (response.destroyed || response.writableEnded) return;
    if (response.writableLength > mostUnsentBytes) response.destroy();
    else response.write(text);
  };
  const open = (): void => {
    if (response.headersSent || response.destroyed) return;
    const streaming = { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' };
    response.writeHead(200, { ...headers, ...streaming, 'cache-control': 'no-store, no-transform' });
    write(`retry: ${retryMs + Math.floor(Math.random() * retryMs)}\n\n`);
  };
  const event = (text: string): void => {
    open();
    write(text);
  };
  return {
    open,
    snapshot: (json: string): void => event(`event: snapshot\ndata: ${json}\n\n`),
    fact: ({ id, name, json }: FeedFact): void => event(`event: ${name}\nid: ${id}\ndata: ${json}\n\n`),
    heartbeat: (): void => {
      if (response.headersSent) write(':\n\n');
    },
    /** A browser comes back by itself, unless it is told that this is over. */
    end(isOver: boolean): void {
      event(isOver ? 'event: end\ndata: {}\n\n' : ':\n\n');
      response.end();
    },
  };
}
