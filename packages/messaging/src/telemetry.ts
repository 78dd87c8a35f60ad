import { attributes } from '@guildhall/kernel';
import {
  type Attributes,
  type Context,
  type Histogram,
  isSpanContextValid,
  metrics,
  ROOT_CONTEXT,
  type Span,
  type SpanContext,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

// A proxy: it finds the SDK that is started later, and costs next to nothing where there is none.
export const tracer = trace.getTracer('@guildhall/messaging');

export const meter = () => metrics.getMeter('@guildhall/messaging');

/** W3C Trace Context, version 00; empty outside a trace. */
export function traceparentOf(span: Span | undefined): string {
  if (!span) return '';
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`;
}

/** The trace this code runs in, ready to travel; empty outside a trace. */
export const activeTraceparent = (): string => traceparentOf(trace.getActiveSpan());

/** The other side's span, or undefined when the text is no valid `traceparent`. */
export function remoteSpan(traceparent: string): SpanContext | undefined {
  const [, traceId, spanId, flags] = pattern.exec(traceparent) ?? [];
  if (!traceId || !spanId || !flags) return undefined;
  const remote = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  return isSpanContextValid(remote) ? remote : undefined;
}

const pattern = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

/** The context in which spans become children of the other side's span. */
export const contextOf = (remote: SpanContext): Context => trace.setSpanContext(ROOT_CONTEXT, remote);

/** Ends the span; a failure is named by its outcome only, for messages may hold what spans must not. */
export function endSpan(span: Span, outcome: string): void {
  if (outcome !== 'ok') span.setStatus({ code: SpanStatusCode.ERROR, message: outcome });
  span.end();
}

export type Stopwatch = (startedAt: number, outcome: string) => void;

/** Records durations in seconds under fixed attributes and an outcome; `startedAt` is of `performance.now()`. */
export function stopwatch(histogram: Histogram, fixed: Attributes): Stopwatch {
  const byOutcome = new Map<string, Attributes>();
  return (startedAt, outcome) => {
    let all = byOutcome.get(outcome);
    if (!all) byOutcome.set(outcome, (all = { ...fixed, [attributes.outcome]: outcome }));
    histogram.record((performance.now() - startedAt) / 1_000, all);
  };
}
