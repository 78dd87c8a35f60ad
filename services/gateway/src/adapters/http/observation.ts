import { attributes, metrics } from '@guildhall/kernel';
import {
  context,
  defaultTextMapGetter,
  metrics as metricsApi,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { IncomingMessage } from 'node:http';
import { type Exchange, traceIdOf } from './exchange.ts';

type Log = Readonly<{
  isLevelEnabled(level: 'debug'): boolean;
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}>;

export type Observe = (exchange: Exchange, status: number, error?: unknown) => void;

/** Notes each answer: its duration by route, and a line of log without path, query or person. */
export function observation(log: Log): Observe {
  const duration = metricsApi.getMeter('@guildhall/gateway').createHistogram(metrics.httpDuration, { unit: 's' });
  return (exchange, status, error) => {
    const { request, route, startedAt } = exchange;
    const seconds = (performance.now() - startedAt) / 1_000;
    const method = knownMethod(request.method);
    duration.record(seconds, { [attributes.method]: method, [attributes.route]: route, [attributes.status]: status });
    if (status < 500 && !log.isLevelEnabled('debug')) return;
    const line = { method, route, status, durationMs: Math.round(seconds * 10_000) / 10, traceId: traceIdOf(exchange) };
    if (status === 500) log.error({ ...line, err: error }, 'request failed');
    else if (status > 500) log.info({ ...line, err: error }, 'request not served');
    else log.debug(line, 'request');
  };
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Metrics must not grow with what somebody thinks up. */
const knownMethod = (method = ''): string => (methods.has(method) ? method : 'other');

const tracer = trace.getTracer('@guildhall/gateway');

/** Runs a request inside its server span, a child of the caller's if it named one. */
export async function inSpan<T>(request: IncomingMessage, run: (span: Span) => Promise<T>): Promise<T> {
  const parent = propagation.extract(context.active(), request.headers, defaultTextMapGetter);
  const span = tracer.startSpan(request.method ?? 'HTTP', { kind: SpanKind.SERVER }, parent);
  return context.with(trace.setSpan(parent, span), () => run(span));
}

/** Names the span by the route, once that is known, and ends it. */
export function endSpan(span: Span, { request, route }: Exchange, status: number): void {
  span.updateName(`${request.method} ${route}`);
  span.setAttributes({
    'http.request.method': knownMethod(request.method),
    'http.route': route,
    'http.response.status_code': status,
  });
  if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
