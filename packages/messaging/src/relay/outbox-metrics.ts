import { attributes, metrics } from '@guildhall/kernel';
import type { ObservableResult } from '@opentelemetry/api';
import { meter } from '../telemetry.ts';
import type { OutboxSource } from './outbox-source.ts';

/** How long the oldest message of each outbox waits, and how many aggregates have some; asked for by each scrape. */
export function observeOutboxes(sources: readonly OutboxSource[]): () => void {
  const age = meter().createObservableGauge(metrics.outboxAge, { unit: 's' });
  const depth = meter().createObservableGauge(metrics.outboxDepth);
  const each = (measure: (source: OutboxSource) => Promise<number>) => async (result: ObservableResult) => {
    await Promise.all(
      sources.map(async (source) => result.observe(await measure(source), { [attributes.collection]: source.name })),
    );
  };
  const observeAge = each(async (source) => {
    const oldest = await source.oldest();
    return oldest ? (Date.now() - oldest.getTime()) / 1_000 : 0;
  });
  const observeDepth = each((source) => source.depth());
  age.addCallback(observeAge);
  depth.addCallback(observeDepth);
  return () => {
    age.removeCallback(observeAge);
    depth.removeCallback(observeDepth);
  };
}
