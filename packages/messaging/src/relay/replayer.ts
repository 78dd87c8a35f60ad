import { streamOfSubject } from '@guildhall/contracts';
import { setTimeout as delay } from 'node:timers/promises';
import type { OutboxSource } from './outbox-source.ts';
import type { Sender } from './sender.ts';
import type { KeptStream } from './stream-keeper.ts';

const underWayAtMost = 128;
const retryMs = 500;

/** Publishes the whole window again into a stream that lost some of it; beside the live lane, at half its width. */
export function replayer(sources: readonly OutboxSource[], { sendAll }: Sender, windowMs: number, report: (error: unknown) => void) {
  const running = new Map<string, Promise<void>>();
  const ended = new AbortController();

  const replayOnce = async (stream: string): Promise<boolean> => {
    const since = new Date(Date.now() - windowMs);
    let complete = true;
    for (const source of sources) {
      let underWay: Promise<boolean>[] = [];
      for await (const { messages } of source.since(since)) {
        if (ended.signal.aborted) return false;
        const theirs = messages.filter(({ subject }) => streamOfSubject(subject).name === stream);
        if (theirs.length > 0) underWay.push(sendAll(theirs));
        if (underWay.length < underWayAtMost) continue;
        complete = (await Promise.all(underWay)).every(Boolean) && complete;
        underWay = [];
        if (!complete) return false;
      }
      complete = (await Promise.all(underWay)).every(Boolean) && complete;
    }
    return complete;
  };

  const replay = async (stream: KeptStream): Promise<void> => {
    stream.watch.hold();
    while (!ended.signal.aborted) {
      const isComplete = await replayOnce(stream.watch.name).catch((error: unknown) => {
        report(error);
        return false;
      });
      if (isComplete) return stream.watch.release();
      await delay(retryMs, undefined, { signal: ended.signal }).catch(() => undefined);
    }
  };

  return {
    start(stream: KeptStream): void {
      const { name } = stream.watch;
      // A loss during a replay makes that replay fail, and it starts again by itself.
      if (running.has(name)) return;
      running.set(name, replay(stream).finally(() => running.delete(name)));
    },
    close: async (): Promise<void> => {
      ended.abort();
      await Promise.all(running.values());
    },
  };
}
