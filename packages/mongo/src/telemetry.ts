import { AppError, attributes, metrics as names } from '@guildhall/kernel';
import { metrics, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

const tracer = trace.getTracer('@guildhall/mongo');

export type Operation = 'save' | 'find';

/** Measures groups, and puts single operations into the trace they belong to; free where nobody listens. */
export function storeTelemetry(collection: string) {
  const duration = metrics.getMeter('@guildhall/mongo').createHistogram(names.storeDuration, { unit: 's' });
  const fixed = (operation: Operation, outcome: 'ok' | 'error') => ({
    [attributes.collection]: collection,
    [attributes.operation]: operation,
    [attributes.outcome]: outcome,
  });
  const all = {
    save: { ok: fixed('save', 'ok'), error: fixed('save', 'error') },
    find: { ok: fixed('find', 'ok'), error: fixed('find', 'error') },
  };
  return {
    async measured<T>(operation: Operation, run: () => Promise<T>): Promise<T> {
      const startedAt = performance.now();
      let outcome: 'ok' | 'error' = 'error';
      try {
        const result = await run();
        outcome = 'ok';
        return result;
      } finally {
        duration.record((performance.now() - startedAt) / 1_000, all[operation][outcome]);
      }
    },
    traced<T>(operation: Operation, run: () => Promise<T>): Promise<T> {
      return trace.getActiveSpan() ? inSpan(`${operation} ${collection}`, run) : run();
    },
  };
}

async function inSpan<T>(name: string, run: () => Promise<T>): Promise<T> {
  const span = tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes: { 'db.system.name': 'mongodb' } });
  try {
    return await run();
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof AppError ? error.code : 'error' });
    throw error;
  } finally {
    span.end();
  }
}
