import { Presets, SingleBar } from 'cli-progress';
import type { Terminal } from '../terminal.ts';

export type Progress = Readonly<{ step(): void; stop(): void }>;

/** A bar on the error stream while a person watches; nothing otherwise. */
export function progress({ isInteractive }: Terminal, what: string, total: number): Progress {
  if (!isInteractive) return { step: () => undefined, stop: () => undefined };
  const options = { format: `${what} {bar} {value}/{total}`, hideCursor: true, clearOnComplete: true };
  const bar = new SingleBar(options, Presets.shades_classic);
  bar.start(total, 0);
  return { step: () => bar.increment(), stop: () => bar.stop() };
}
