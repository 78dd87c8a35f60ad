import { eventStream } from '@guildhall/contracts';
import { SiteChangedSchema } from '@guildhall/contracts/register/v1/events';
import { RegisterService } from '@guildhall/contracts/register/v1/service';
import { AppError, metrics as names } from '@guildhall/kernel';
import { testBus } from '@guildhall/testing';
import { context, metrics, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { InMemorySpanExporter, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type Bus,
  client,
  consume,
  type Consuming,
  fact,
  type Implementation,
  newId,
  on,
  onGroup,
  type Relay,
  serve,
  startRelay,
} from './index.ts';
import { memoryOutbox } from './relay/memory-outbox.testing.ts';

const at = new Date('2026-03-02T10:00:00Z');
const quick = { timeout: 5_000, interval: 20 };
const spans = new InMemorySpanExporter();
const measured = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
const reader = new PeriodicExportingMetricReader({ exporter: measured, exportIntervalMillis: 3_600_000 });

let bus: Bus;
let relay: Relay;
let outbox: ReturnType<typeof memoryOutbox>;
const consumers: Consuming[] = [];

beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter: spans })] }));
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
});
beforeEach(async () => {
  bus = await testBus('register');
  outbox = memoryOutbox();
  relay = startRelay(bus, [outbox.source]);
});
afterEach(async () => {
  await Promise.all(consumers.splice(0).map((consumer) => consumer.close()));
  await relay.close();
  await bus.close();
  spans.reset();
});
afterAll(() => {
  context.disable();
  trace.disable();
  metrics.disable();
});

/** Signs in by rpc; the service says a fact in its answer's trace. */
const serveSignIn = async (): Promise<void> => {
  const refuse = () => Promise.reject(new AppError('not-found', 'register.site_not_found', 'No.'));
  const all = Object.fromEntries(RegisterService.methods.map(({ localName }) => [localName, refuse]));
  serve(bus, RegisterService, {
    ...all,
    signIn: async () => {
      const id = newId();
      const messages = [fact(SiteChangedSchema, { id, version: 1 }, at, { siteId: id })];
      relay.offer(outbox.keep({ source: 'memory', owner: id, messages }));
      return { visitId: id };
    },
  } as unknown as Implementation<typeof RegisterService>);
  await bus.nc.flush();
};
const inRequest = (run: () => Promise<unknown>) =>
  trace.getTracer('test').startActiveSpan('POST /sign-in', async (span) => {
    await run();
    span.end();
    return span.spanContext().traceId;
  });
const start = async (...subscriptions: Parameters<typeof consume>[1]['subscriptions']): Promise<void> => {
  const consumer = consume(bus, { stream: eventStream('register'), durable: 'test-sites', subscriptions });
  consumers.push(consumer);
  await consumer.ready;
};
const named = (name: string) => spans.getFinishedSpans().filter((span) => span.name === name);
const signIn = 'register.v1.RegisterService/SignIn';

describe('a trace', () => {
  it('goes from the request through rpc, outbox and stream to the consumer', async () => {
    await serveSignIn();
    const handled: (string | undefined)[] = [];
    await start(on(SiteChangedSchema, async () => void handled.push(trace.getActiveSpan()?.spanContext().traceId)));
    const traceId = await inRequest(() => client(bus, RegisterService).signIn({}));
    await vi.waitFor(() => expect(handled).toEqual([traceId]), quick);
    await vi.waitFor(() => expect(named('test-sites')).toHaveLength(1), quick);
    const [served, called] = named(signIn);
    expect(called?.parentSpanContext?.spanId).toBe(named('POST /sign-in')[0]?.spanContext().spanId);
    expect(served?.parentSpanContext?.spanId).toBe(called?.spanContext().spanId);
    expect(named('test-sites')[0]?.parentSpanContext?.spanId).toBe(served?.spanContext().spanId);
  });

  it('is linked, and handed on, where messages of several traces are handled together', async () => {
    await serveSignIn();
    const register = client(bus, RegisterService);
    const traces = [await inRequest(() => register.signIn({})), await inRequest(() => register.signIn({}))];
    await vi.waitFor(() => expect(outbox.nothingWaits()).toBe(true), quick);
    const handed: string[] = [];
    await start(
      onGroup(SiteChangedSchema, async (items) =>
        items.map(({ delivery }) => void handed.push(delivery.traceparent ?? '')),
      ),
    );
    await vi.waitFor(() => expect(handed.map((one) => one.split('-')[1]).toSorted()).toEqual(traces.toSorted()), quick);
    await vi.waitFor(() => expect(named('test-sites').length).toBeGreaterThan(0), quick);
    const links = named('test-sites').flatMap((span) => span.links.map((link) => link.context.traceId));
    expect(links.toSorted()).toEqual(traces.toSorted());
  });

  it('says that a call failed, and nothing of what was said', async () => {
    await serveSignIn();
    await inRequest(() =>
      client(bus, RegisterService)
        .listSites({})
        .catch(() => undefined),
    );
    const calls = named('register.v1.RegisterService/ListSites');
    expect(calls.map(({ status }) => status)).toEqual(
      [1, 2].map(() => ({ code: SpanStatusCode.ERROR, message: 'not-found' })),
    );
  });
});

describe('metrics', () => {
  it('are recorded for calls, publications, consumers and outboxes', async () => {
    await serveSignIn();
    await start(on(SiteChangedSchema, async () => undefined));
    await client(bus, RegisterService).signIn({});
    await vi.waitFor(() => expect(outbox.nothingWaits()).toBe(true), quick);
    await reader.forceFlush();
    const found = measured.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
    const seen = new Set(found.map(({ descriptor }) => descriptor.name));
    const expected = [
      names.rpcServerDuration,
      names.rpcClientDuration,
      names.outboxPublished,
      names.outboxAge,
      names.outboxDepth,
      names.consumerLag,
      names.consumerDuration,
    ];
    expect(expected.filter((name) => !seen.has(name))).toEqual([]);
    const calls = found.find(({ descriptor }) => descriptor.name === names.rpcClientDuration);
    expect(calls?.dataPoints.map((point) => point.attributes)).toContainEqual({ method: signIn, outcome: 'ok' });
  });
});
