import { vi } from 'vitest';
import type { Device } from './device.ts';
import { environment } from './environment.ts';

/** One server-sent event. */
export type ServerEvent = Readonly<{ event: string; id: string; data: Record<string, unknown>; atMs: number }>;

export type Events = Readonly<{
  /** What came so far. */
  seen: readonly ServerEvent[];
  close(): void;
}>;

function eventOf(block: string): ServerEvent | undefined {
  const fields = new Map<string, string>();
  for (const line of block.split('\n')) {
    const mark = line.indexOf(':');
    if (mark > 0) fields.set(line.slice(0, mark), line.slice(mark + 1).trimStart());
  }
  const data = fields.get('data');
  if (data === undefined) return undefined;
  const [event, id] = [fields.get('event') ?? 'message', fields.get('id') ?? ''];
  return { event, id, data: JSON.parse(data) as Record<string, unknown>, atMs: performance.now() };
}

/** Follows a feed as a browser does. Resolves when it is open. */
export async function follow(device: Device, path: string, lastEventId?: string): Promise<Events> {
  const ending = new AbortController();
  const answer = await fetch(environment.webUrl + path, {
    headers: { cookie: device.cookie(), ...(lastEventId && { 'last-event-id': lastEventId }) },
    signal: ending.signal,
  });
  if (!answer.ok || answer.body === null) throw new Error(`the feed answered ${answer.status}: ${await answer.text()}`);
  const seen: ServerEvent[] = [];
  // Leaving is the end of the stream, not a failure of it; what is missing then, the test sees.
  read(answer.body, seen).catch(() => undefined);
  return { seen, close: () => ending.abort() };
}

/** The first event that is accepted, seen already or still to come. */
export const nextEvent = (events: Events, isWanted: (event: ServerEvent) => boolean): Promise<ServerEvent> =>
  vi.waitFor(
    () => {
      const event = events.seen.find(isWanted);
      if (event === undefined) throw new Error(`not among ${JSON.stringify(events.seen.map(({ data }) => data))}`);
      return event;
    },
    { timeout: 5_000, interval: 10 },
  );

async function read(body: ReadableStream<Uint8Array>, seen: ServerEvent[]): Promise<void> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = eventOf(block);
      if (event) seen.push(event);
    }
  }
}
