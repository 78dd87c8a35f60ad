import type { Bus } from '../bus/connect.ts';
import { batcher } from './batch.ts';
import { partsOf, replyBytes, type ReplyFrame, writeReply } from './reply-frame.ts';

/** Where the replies of one request message go: all callers of one process share an inbox. */
export const replyLaneOf = (replySubject: string): string =>
  `${replySubject.slice(0, replySubject.lastIndexOf('.'))}.0`;

/** Replies of one tick to one caller travel as one message; one that is too large for that in several. */
export function replyBatcher(bus: Bus) {
  const batch = batcher<ReplyFrame>(
    { atMost: 512, bytes: 256 * 1024, sizeOf: replyBytes },
    (subject, replies, bytes) => {
      // After the connection is gone nobody waits: callers failed all they had on `disconnect`.
      if (!bus.isConnected()) return;
      const message = Buffer.allocUnsafe(bytes);
      let end = 0;
      for (const reply of replies) end = writeReply(message, end, reply);
      bus.nc.publish(subject, message);
    },
  );
  const add = (lane: string, reply: ReplyFrame): void => partsOf(reply).forEach((part) => batch.add(lane, part));
  return { add, flush: batch.flush };
}
