import { streamOfSubject } from '@guildhall/contracts';
import { setTimeout as delay } from 'node:timers/promises';
import type { OutboxSource } from './outbox-source.ts';
import type { Sender } from './sender.ts';
import type { KeptStream } from './stream-keeper.ts';

export type ReplayOptions = Readonly<{ windowMs: number; report: (error: unknown) => void }>;

const underWayAtMost = 128;
const retryMs = 500;

/** Publishes the whole window again into a stream that lost some of it; beside the live lane, at half its width. */
export function replayer(sources: readonly OutboxSource[], { sendAll }: Sender, { windowMs, report }: ReplayOptions) {
  const running = new Map<string, Promise<void>>();
  const ended = new AbortController();

  const replay = async (stream: KeptStream): Promise<void> => {
    stream.watch.hold();
    while (!ended.signal.aborted) {
      try {
        const since = new Date(Date.now() - windowMs);
        for (const source of sources)
          await replayFrom(source, { since, stream: stream.watch.name, sendAll, ended: ended.signal });
        return stream.watch.release();
      } catch (error) {
        if (!ended.signal.aborted) report(error);
        await delay(retryMs, undefined, { signal: ended.signal }).catch(() => undefined);
      }
    }
  };

  return {
    start(stream: KeptStream): void {
      const { name } = stream.watch;
      // A loss during a replay makes that replay fail, and it starts again by itself.
      if (running.has(name)) return;
      const ending = replay(stream).finally(() => running.delete(name));
      running.set(name, ending);
    },
    close: async (): Promise<void> => {
      ended.abort();
      await Promise.all(running.values());
    },
  };
}

type Replay = Readonly<{ since: Date; stream: string; sendAll: Sender['sendAll']; ended: AbortSignal }>;

/** Throws when a message could not be brought out, or when the relay is closed. */
async function replayFrom(source: OutboxSource, { since, stream, sendAll, ended }: Replay): Promise<void> {
  let underWay: Promise<boolean>[] = [];
  const landed = async (): Promise<void> => {
    const sent = await Promise.all(underWay);
    underWay = [];
    if (sent.includes(false)) throw new Error(`the replay of ${stream} broke off and starts again`);
  };
  for await (const { messages } of source.since(since)) {
    ended.throwIfAborted();
    const theirs = messages.filter(({ subject }) => streamOfSubject(subject).name === stream);
    if (theirs.length > 0) underWay.push(sendAll(theirs));
    if (underWay.length >= underWayAtMost) await landed();
  }
  await landed();
}
