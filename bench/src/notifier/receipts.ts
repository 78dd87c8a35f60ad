import { quantile } from '../measure/latencies.ts';

/** When each recipient got a message, by the clock of this machine. */
export type Receipts = Readonly<{ at: Readonly<Record<string, number>>; twice: number }>;

/** The sinks, as they are asked over HTTP. */
export type Sinks = Readonly<{ httpPort: number; smtpPort: number }>;

export async function receiptsAt({ httpPort }: Sinks): Promise<Receipts> {
  return (await (await fetch(`http://127.0.0.1:${httpPort}/receipts`)).json()) as Receipts;
}

/** Cheap enough to be asked often. */
export async function receivedAt({ httpPort }: Sinks): Promise<number> {
  const { received } = (await (await fetch(`http://127.0.0.1:${httpPort}/received`)).json()) as { received: number };
  return received;
}

export async function forget({ httpPort }: Sinks, delayMs = 0): Promise<void> {
  await fetch(`http://127.0.0.1:${httpPort}/forget?delayMs=${delayMs}`, { method: 'POST' });
}

/** What became of a series: `begunAt` by recipient. */
export function outcomeOf({ at, twice }: Receipts, begunAt: ReadonlyMap<string, number>) {
  const times = [...begunAt].flatMap(([to, begun]) => (at[to] === undefined ? [] : [at[to] - begun]));
  return {
    missing: begunAt.size - times.length,
    twice,
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    lastMs: quantile(times, 1),
  };
}
