import { streamOfSubject } from '@guildhall/contracts';
import { setTimeout as delay } from 'node:timers/promises';
import type { OutboxSource } from './outbox-source.ts';
import { publishSince } from './publish-since.ts';
import type { Sender } from './sender.ts';
import type { KeptStream } from './stream-keeper.ts';

export type ReplayOptions = Readonly<{ windowMs: number; report: (error: unknown) => void }>;

const retryMs = 500;

/** Publishes the whole window again into a stream that lost some of it. */
export function replayer(sources: readonly OutboxSource[], { sendAll }: Sender, { windowMs, report }: ReplayOptions) {
  const running = new Map<string, Promise<void>>();
  const ended = new AbortController();

  const replay = async ({ watch }: KeptStream): Promise<void> => {
    watch.hold();
    while (!ended.signal.aborted) {
      try {
        const at = new Date(Date.now() - windowMs);
        const only = ({ subject }: { subject: string }): boolean => streamOfSubject(subject).name === watch.name;
        for (const source of sources) await publishSince(source, { at, sendAll, ended: ended.signal, only });
        return watch.release();
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
