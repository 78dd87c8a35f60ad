import { Latencies } from '../measure/latencies.ts';
import type { Measured } from './phase.ts';

/** Keeps so many calls under way for so long. A call that fails ends the measurement with its error. */
export async function keepInFlight(calls: number, seconds: number, call: () => Promise<unknown>): Promise<Measured> {
  const latencies = new Latencies();
  const startedAt = performance.now();
  const until = startedAt + seconds * 1_000;
  const lane = async (): Promise<void> => {
    for (;;) {
      const begunAt = performance.now();
      if (begunAt >= until) return;
      await call();
      latencies.record(performance.now() - begunAt);
    }
  };
  await Promise.all(Array.from({ length: calls }, lane));
  const good = latencies.count;
  const perSecond = good / ((performance.now() - startedAt) / 1_000);
  return { sent: good, good, bad: {}, perSecond, p50Ms: latencies.quantile(0.5), p99Ms: latencies.quantile(0.99) };
}
