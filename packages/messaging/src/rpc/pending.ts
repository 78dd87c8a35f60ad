import { failures } from './failure.ts';
import { type ReplyFrame, replyStatus } from './reply-frame.ts';

/** A call that waits for its reply. */
export type Waiting = Readonly<{
  deadline: number;
  resolve: (reply: ReplyFrame) => void;
  reject: (error: Error) => void;
}>;

export type PendingCalls = ReturnType<typeof pendingCalls>;

const sweepMs = 20;

/** The calls that have left, by number. One timer serves them all; it runs only while somebody waits. */
export function pendingCalls() {
  const waiting = new Map<number, Waiting>();
  const parts = new Map<number, Uint8Array[]>();
  let timer: NodeJS.Timeout | undefined;

  const sweep = (): void => {
    const now = Date.now();
    for (const [number, call] of waiting) if (call.deadline <= now) fail(number, failures.deadlineExceeded());
    if (waiting.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };

  const take = (number: number): Waiting | undefined => {
    const call = waiting.get(number);
    waiting.delete(number);
    parts.delete(number);
    return call;
  };

  const fail = (number: number, error: Error): void => take(number)?.reject(error);

  return {
    add(number: number, call: Waiting): void {
      waiting.set(number, call);
      timer ??= setInterval(sweep, sweepMs);
    },
    /** A reply that comes after its deadline finds nobody, and is forgotten. One that comes in parts is put together. */
    settle(reply: ReplyFrame): void {
      const { number, status, body } = reply;
      if (status === replyStatus.more) {
        if (waiting.has(number)) parts.set(number, [...(parts.get(number) ?? []), body]);
        return;
      }
      const before = parts.get(number);
      take(number)?.resolve(before ? { number, status, body: Buffer.concat([...before, body]) } : reply);
    },
    fail,
    failAll(error: () => Error): void {
      for (const number of waiting.keys()) fail(number, error());
    },
  };
}
