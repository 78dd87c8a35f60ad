import { attributes, metrics } from '@guildhall/kernel';
import type { ObservableResult } from '@opentelemetry/api';
import type { Bus } from '../bus/connect.ts';
import { meter } from '../telemetry.ts';
import type { Settled } from './settler.ts';

/** Counts and times what a consumer does, and asks the broker at each scrape how far behind it is. */
export function observeConsumer(bus: Bus, stream: string, durable: string) {
  const fixed = { [attributes.durable]: durable };
  const duration = meter().createHistogram(metrics.consumerDuration, { unit: 's' });
  const deadLetters = meter().createCounter(metrics.consumerDeadLetters);
  const lag = meter().createObservableGauge(metrics.consumerLag);
  const byOutcome = {
    done: { ...fixed, [attributes.outcome]: 'done' },
    retry: { ...fixed, [attributes.outcome]: 'retry' },
    'dead-letter': { ...fixed, [attributes.outcome]: 'dead-letter' },
  };
  const observe = async (result: ObservableResult): Promise<void> => {
    const info = await bus.jsm.consumers.info(stream, durable).catch(() => undefined);
    if (info) result.observe(info.num_pending + info.num_ack_pending, fixed);
  };
  lag.addCallback(observe);
  return {
    settled(startedAt: number, outcome: Settled): void {
      duration.record((performance.now() - startedAt) / 1_000, byOutcome[outcome]);
      if (outcome === 'dead-letter') deadLetters.add(1, fixed);
    },
    close: () => lag.removeCallback(observe),
  };
}
