import { Presets, SingleBar } from 'cli-progress';
import type { Terminal } from '../terminal.ts';

export type Progress = Readonly<{ total(count: number): void; step(): void; stop(): void }>;

/** A bar on the error stream while a person watches; nothing otherwise. */
export function progress({ isInteractive }: Terminal, what: string): Progress {
  if (!isInteractive) return { total: () => undefined, step: () => undefined, stop: () => undefined };
  const bar = new SingleBar(
    { format: `${what} {bar} {value}/{total}`, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  bar.start(0, 0);
  return { total: (count) => bar.setTotal(count), step: () => bar.increment(), stop: () => bar.stop() };
}
