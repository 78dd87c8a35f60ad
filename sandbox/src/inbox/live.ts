import type { Request, Response } from 'express';
import type { MessageStore } from '../messages/message-store.ts';

const gatherMs = 100;
const heartbeatMs = 15_000;

/** Server-sent events that say something has changed; what arrives within a tenth of a second is said once. */
export function liveStream(store: MessageStore, req: Request, res: Response): void {
  res.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  res.write('retry: 1000\n\nevent: changed\ndata: \n\n');
  let soon: NodeJS.Timeout | undefined;
  const unwatch = store.watch(() => {
    soon ??= setTimeout(() => {
      soon = undefined;
      res.write('event: changed\ndata: \n\n');
    }, gatherMs);
  });
  const heartbeat = setInterval(() => res.write(': \n\n'), heartbeatMs);
  req.once('close', () => {
    clearTimeout(soon);
    clearInterval(heartbeat);
    unwatch();
  });
}
