import { context, type Link, SpanKind, trace } from '@opentelemetry/api';
import { contextOf, endSpan, remoteSpan, tracer } from '../telemetry.ts';
import type { Arrival, Subscription } from './subscription.ts';

/**
 * Handles arrivals inside a span. One message continues the trace that caused it; a group has a trace of its own that
 * links to all of theirs. Without a trace there is no span.
 */
export function traced(subscription: Subscription, durable: string): Subscription {
  const { handle } = subscription;
  const run = async (arrivals: readonly Arrival[]): Promise<readonly unknown[]> => {
    const remotes = arrivals.map(({ delivery }) => delivery.traceparent && remoteSpan(delivery.traceparent));
    const links: Link[] = remotes
      .filter((remote) => remote !== undefined && remote !== '')
      .map((remote) => ({ context: remote }));
    const [first] = links;
    if (!first) return handle(arrivals);
    const parent = contextOf(first.context);
    const span = subscription.grouped
      ? tracer.startSpan(durable, { kind: SpanKind.CONSUMER, links, root: true })
      : tracer.startSpan(durable, { kind: SpanKind.CONSUMER }, parent);
    let outcome = 'error';
    try {
      const outcomes = await context.with(trace.setSpan(parent, span), handle, undefined, arrivals);
      outcome = outcomes.some((error) => error !== undefined) ? 'error' : 'ok';
      return outcomes;
    } finally {
      endSpan(span, outcome);
    }
  };
  return { ...subscription, handle: run };
}
