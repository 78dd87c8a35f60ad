import { attributes, metrics } from '@guildhall/kernel';
import type { ObservableResult } from '@opentelemetry/api';
import { meter } from '../telemetry.ts';
import type { OutboxSource } from './outbox-source.ts';

/**
 * How long the oldest message of each outbox waits, and how many saves have some; asked for by each scrape, answered
 * from memory. `oldestOfOthers` knows of those that a dead process left.
 */
export function observeOutboxes(
  sources: readonly OutboxSource[],
  oldestOfOthers: (source: string) => Date | undefined,
): () => void {
  const age = meter().createObservableGauge(metrics.outboxAge, { unit: 's' });
  const depth = meter().createObservableGauge(metrics.outboxDepth);
  const each = (measure: (source: OutboxSource) => number) => (result: ObservableResult) => {
    for (const source of sources) result.observe(measure(source), { [attributes.collection]: source.name });
  };
  const observeAge = each(({ name, ledger }) => Math.max(ageOf(ledger.oldest()), ageOf(oldestOfOthers(name))));
  const observeDepth = each(({ ledger }) => ledger.depth());
  age.addCallback(observeAge);
  depth.addCallback(observeDepth);
  return () => {
    age.removeCallback(observeAge);
    depth.removeCallback(observeDepth);
  };
}

const ageOf = (since: Date | undefined): number => (since ? Math.max(0, Date.now() - since.getTime()) / 1_000 : 0);
