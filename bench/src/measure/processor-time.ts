import { readdir, readFile } from 'node:fs/promises';

/** Milliseconds of processor time by name of process, since it was started. */
export type Usage = Readonly<Record<string, number>>;

const ticksPerSecond = 100;

type Entry = Readonly<{ parent: number; ticks: number }>;

/**
 * What each of these processes has used, everything that it has started included. Empty where the system has no /proc.
 */
export async function processorTime(pids: Readonly<Record<string, number>>): Promise<Usage> {
  const entries = await allProcesses();
  const children = Map.groupBy(entries.keys(), (pid) => entries.get(pid)?.parent ?? 0);
  const ticksOf = (pid: number): number =>
    (children.get(pid) ?? []).reduce((sum, child) => sum + ticksOf(child), entries.get(pid)?.ticks ?? 0);
  const known = Object.entries(pids).filter(([, pid]) => entries.has(pid));
  return Object.fromEntries(known.map(([name, pid]) => [name, (ticksOf(pid) / ticksPerSecond) * 1_000]));
}

/** What one of `count` things cost between two looks, by name of process. */
export const costOf = (before: Usage, after: Usage, count: number): Usage =>
  Object.fromEntries(
    Object.entries(after).map(([name, ms]) => [name, (ms - (before[name] ?? 0)) / Math.max(1, count)]),
  );

async function allProcesses(): Promise<Map<number, Entry>> {
  const names = await readdir('/proc').catch(() => []);
  const found = new Map<number, Entry>();
  for (const name of names) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => undefined);
    if (stat !== undefined) found.set(Number(name), parseStat(stat));
  }
  return found;
}

/** A line of proc(5); the name of the program, in brackets, may hold anything. Children that have ended are counted. */
export function parseStat(stat: string): Entry {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [parent = 0, ...ticks] = [1, 11, 12, 13, 14].map((field) => Number(fields[field]));
  return { parent, ticks: ticks.reduce((sum, one) => sum + one, 0) };
}
