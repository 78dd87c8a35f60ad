import type { OutboxSource, Waiting } from './outbox-source.ts';
import type { Sender } from './sender.ts';

const batch = 128;

export type Sweeper = Readonly<{
  /** Brings out everything that waits since before `olderThan`; one sweep at a time, a later wish follows the first. */
  sweep(olderThan: Date): Promise<void>;
}>;

/** Takes what the live lane lost, missed, or never saw: after a crash, or from another replica. */
export function sweeper(source: OutboxSource, { sendAll }: Sender, report: (error: unknown) => void): Sweeper {
  let running: Promise<void> | undefined;
  let wished: Date | undefined;

  const bringOut = async (entries: readonly Waiting[]): Promise<readonly Waiting[]> => {
    const sent = await Promise.all(entries.map(({ messages }) => sendAll(messages)));
    return entries.filter((_, index) => sent[index]);
  };

  const sweepAll = async (olderThan: Date): Promise<void> => {
    const seen = new Set<string>();
    for (;;) {
      const entries = await source.pending(olderThan, batch);
      const stored = await bringOut(entries);
      if (stored.length > 0) await source.confirmed(stored);
      // A document that changes faster than it can be cleared must not keep the sweep going for ever.
      const fresh = stored.filter(({ owner, version }) => !seen.has(`${owner}:${version}`));
      for (const { owner, version } of fresh) seen.add(`${owner}:${version}`);
      if (entries.length < batch || fresh.length === 0) return;
    }
  };

  const sweepWished = async (): Promise<void> => {
    for (let olderThan = wished; olderThan; olderThan = wished) {
      wished = undefined;
      await sweepAll(olderThan).catch(report);
    }
    running = undefined;
  };

  return {
    sweep: (olderThan) => {
      if (!wished || wished < olderThan) wished = olderThan;
      return (running ??= sweepWished());
    },
  };
}
