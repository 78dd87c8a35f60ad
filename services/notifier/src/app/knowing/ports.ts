import type { Cell } from '../../domain/knowing/day-cells.ts';

/** Counts the messages that were asked for in a span of time. */
export type CountMessages = (span: Readonly<{ from: Date; to: Date }>) => Promise<readonly Cell[]>;

/** What was counted of whole days, kept for as long as no message of them changes. All times are real ones. */
export interface DayCounts {
  /** Of these days, those whose count still holds. */
  find(days: readonly string[]): Promise<ReadonlyMap<string, readonly Cell[]>>;
  /** Keeps what was counted from that moment on, unless messages of the day changed shortly before. */
  put(day: string, cells: readonly Cell[], countedAtMs: number): Promise<void>;
  /** Messages of the day change from now on. */
  mark(day: string, atMs: number): Promise<void>;
}
