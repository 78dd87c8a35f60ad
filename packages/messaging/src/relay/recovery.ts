import { orphans } from './orphans.ts';
import type { OutboxMark, OutboxMarks, OutboxSource } from './outbox-source.ts';
import { readings } from './readings.ts';
import { seek } from './seeker.ts';
import type { Sender } from './sender.ts';

export type RecoveryOptions = Readonly<{
  relay: string;
  marks: OutboxMarks;
  silentMs: number;
  /** False while a stream is in doubt, and reading would be in vain. */
  isReady: () => boolean;
  /** Writes this relay's own mark. */
  writeMark: () => Promise<void>;
  report: (error: unknown) => void;
}>;

export type Recovery = Readonly<{
  /** Brings out what the live lane lost, never saw, or may not have; one at a time, a later wish follows. */
  run(): Promise<void>;
  /** Since when messages of other processes wait. */
  oldest(source: string): Date | undefined;
  close(): Promise<void>;
}>;

export function recovery(sources: readonly OutboxSource[], out: Sender, options: RecoveryOptions): Recovery {
  const { relay, marks, silentMs, isReady, writeMark, report } = options;
  const ended = new AbortController();
  const read = readings(out, ended.signal);
  let running: Promise<void> | undefined;
  let isWished = false;

  const goOn = async (since: OutboxMark['confirmedBefore']): Promise<void> => {
    await read.ofOthers(sources, since);
    // What a stream refused is ours to look after from now on; that must stand written before their marks go.
    await writeMark();
  };
  const others = orphans({ relay, sources: sources.map(({ name }) => name), marks, silentMs, goOn });

  const once = async (): Promise<void> => {
    for (const source of sources) {
      await seek(source, out);
      if (isReady()) await read.deferred(source);
    }
    if (isReady()) await others.look();
  };

  const runWished = async (): Promise<void> => {
    while (isWished && !ended.signal.aborted) {
      isWished = false;
      await once().catch((error: unknown) => ended.signal.aborted || report(error));
    }
    running = undefined;
  };

  return {
    run: () => {
      isWished = true;
      return (running ??= runWished());
    },
    oldest: others.oldest,
    close: async () => {
      ended.abort();
      await running;
    },
  };
}
