import { type Span, type Tracer, trace } from '@opentelemetry/api';
import { afterEach, expect, it, vi } from 'vitest';
import { ProviderError } from './provider-error.ts';
import { observer } from './telemetry.ts';

afterEach(() => trace.disable());

/** A tracer that notes the outcome of each span. */
const traced = () => {
  const outcomes: string[] = [];
  const span = {
    setAttribute: (_key: string, value: string) => outcomes.push(value),
    setStatus: vi.fn<() => void>(),
    end: vi.fn<() => void>(),
  };
  const startActiveSpan = (name: string, _options: object, run: (span: Span) => unknown) => {
    outcomes.push(name);
    return run(span as unknown as Span);
  };
  trace.setGlobalTracerProvider({ getTracer: () => ({ startActiveSpan }) as unknown as Tracer });
  return { outcomes, span };
};

it.each([
  [new ProviderError('', { permanent: true }), 'refused'],
  [new ProviderError('', { permanent: false, retryAfterSeconds: 3 }), 'limited'],
  [new ProviderError('', { permanent: false, attempted: false, retryAfterSeconds: 5 }), 'rested'],
  [new ProviderError('', { permanent: false, outage: true }), 'failed'],
  [new Error('boom'), 'failed'],
])('names the outcome of a call that ended with %o', async (error, outcome) => {
  const { outcomes, span } = traced();

  const failing = async () => {
    throw error;
  };
  await expect(observer('smtp')(failing)).rejects.toBe(error);

  expect(outcomes).toEqual(['smtp send', outcome]);
  expect(span.end).toHaveBeenCalledOnce();
});

it('hands on what the call returned', async () => {
  const { outcomes } = traced();

  expect(await observer('smtp')(() => Promise.resolve('id'))).toBe('id');
  expect(outcomes).toEqual(['smtp send', 'sent']);
});
