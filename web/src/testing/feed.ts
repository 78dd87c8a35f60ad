import { vi } from 'vitest';

/** A feed of server-sent events that the test speaks through. */
export class Feed extends EventTarget {
  static readonly CLOSED = 2;
  static opened: Feed[] = [];
  readonly url: string;
  readyState = 0;

  constructor(url: string) {
    super();
    this.url = url;
    Feed.opened.push(this);
  }

  close(): void {
    this.readyState = Feed.CLOSED;
  }

  opens(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }

  says(name: string, data: unknown): void {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
  }

  /** `forGood`: the server refused, and the browser does not come back by itself. */
  breaks(forGood = false): void {
    this.readyState = forGood ? Feed.CLOSED : 0;
    this.dispatchEvent(new Event('error'));
  }
}

/** Stands in for the browser's EventSource for one test. */
export function feeds(): { readonly opened: readonly Feed[] } {
  Feed.opened = [];
  vi.stubGlobal('EventSource', Feed);
  return Feed;
}
