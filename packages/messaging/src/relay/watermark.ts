import type { OutboxMarks, OutboxSource } from './outbox-source.ts';

/** The mark of this relay in the store: how far it is, and that it lives. */
export type Watermark = Readonly<{
  /** Writes it where that is worth it. */
  beat(): Promise<void>;
  /** Writes it now; of several that wish so at once, one does. Rejects when the store cannot. */
  write(): Promise<void>;
  /** Takes it away where nothing waits, else writes it for whoever comes next. */
  close(): Promise<void>;
}>;

/** A mark that nobody needs newer is written again so that it does not stand still. */
const idleMs = 3_000;
/**
 * So long after it was written nobody has taken it for a dead process's mark and deleted it, with much time to spare:
 * that takes four times `silentMs`, and a save may take ten seconds.
 */
const validMs = 5_000;

export function watermark(relay: string, sources: readonly OutboxSource[], marks: OutboxMarks): Watermark {
  let writing: Promise<void> | undefined;
  let writtenAtMs = -Infinity;
  let writtenAt = new Date(0);
  let hadAll = false;
  let seen = -1;

  const begun = (): number => sources.reduce((sum, { ledger }) => sum + ledger.begun(), 0);
  const nothingWaits = (): boolean => sources.every(({ ledger }) => !ledger.oldest());

  const writeNow = async (): Promise<void> => {
    const beganMs = performance.now();
    const [known, all] = [begun(), nothingWaits()];
    const heartbeatAt = new Date();
    const confirmedBefore = Object.fromEntries(sources.map(({ name, ledger }) => [name, ledger.confirmedBefore()]));
    await marks.save(relay, { heartbeatAt, confirmedBefore });
    [writtenAtMs, writtenAt, seen, hadAll] = [beganMs, heartbeatAt, known, all];
  };
  const write = (): Promise<void> =>
    (writing ??= writeNow().finally(() => {
      writing = undefined;
    }));

  const cover = { relay, isValid: () => performance.now() - writtenAtMs < validMs, renew: write };
  for (const { ledger } of sources) ledger.cover = cover;

  return {
    write,
    beat: async () => {
      const isIdle = hadAll && seen === begun();
      if (!isIdle || performance.now() - writtenAtMs >= idleMs) await write();
    },
    close: async () => {
      await writing?.catch(() => undefined);
      if (!nothingWaits()) return write();
      // From here on, whoever still saves has to write a mark first.
      writtenAtMs = -Infinity;
      await marks.remove(relay, writtenAt);
    },
  };
}
