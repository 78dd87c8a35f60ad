import { metrics as metricsApi } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { PrometheusExporter } from '@opentelemetry/exporter-prometheus';
import { AggregationType, type ViewOptions } from '@opentelemetry/sdk-metrics';
import { startNodeSdk } from '@opentelemetry/sdk-node';
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { observeProcess } from './process-metrics.ts';

export type Telemetry = Readonly<{
  /** Answers a scrape in the Prometheus text format. */
  scrape(request: IncomingMessage, response: ServerResponse): void;
  close(): Promise<void>;
}>;

// Seconds, from half a millisecond to ten seconds: one request at a time, a stalled store, a slow provider.
const durationBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Starts metrics, and traces when a receiver is named. Without one there is no tracer at all, so that tracing costs
 * nothing. The spans themselves are made where the work is: gateway, messaging, mongo, providers.
 *
 * @param otlpUrl base address of an OTLP/HTTP receiver, without `/v1/traces`.
 */
export function startTelemetry(service: string, otlpUrl: string | undefined): Telemetry {
  const exporter = new PrometheusExporter({ preventServerStart: true, withoutScopeInfo: true });
  const spanProcessors = otlpUrl ? [new BatchSpanProcessor({ exporter: spanExporter(otlpUrl) })] : [];
  const sdk = startNodeSdk({
    resourceAttributes: { 'service.name': service },
    metricReaders: [exporter],
    spanProcessors,
    logRecordProcessors: [],
    instrumentations: [],
    logLevel: 'none',
    views: [secondsView],
  });
  const stopObserving = observeProcess(metricsApi.getMeter('guildhall'));
  return {
    scrape: (request, response) => exporter.getMetricsRequestHandler(request, response),
    close: async () => {
      stopObserving();
      await sdk.shutdown();
    },
  };
}

// With its retries: a receiver that is away must not hold up the end of a process.
const exportTimeoutMs = 2_000;

const spanExporter = (otlpUrl: string): OTLPTraceExporter =>
  new OTLPTraceExporter({ url: new URL('/v1/traces', otlpUrl).href, timeoutMillis: exportTimeoutMs });

const secondsView: ViewOptions = {
  instrumentUnit: 's',
  instrumentName: 'guildhall_*_duration_seconds',
  aggregation: { type: AggregationType.EXPLICIT_BUCKET_HISTOGRAM, options: { boundaries: durationBuckets } },
};
