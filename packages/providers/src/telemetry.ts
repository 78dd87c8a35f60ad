import { attributes, metrics as names } from '@guildhall/kernel';
import { metrics, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { ProviderError } from './provider-error.ts';

/** `limited` is a 429; `rested` was not called because its circuit is open. */
type Outcome = 'sent' | 'refused' | 'limited' | 'rested' | 'failed';

export type Observe = <T>(call: () => Promise<T>) => Promise<T>;

/** A client span and one entry in the duration histogram around each call of one provider. */
export function observer(provider: string): Observe {
  const tracer = trace.getTracer('@guildhall/providers');
  const duration = metrics
    .getMeter('@guildhall/providers')
    .createHistogram(names.providerDuration, { unit: 's', description: 'Time a provider took to answer.' });

  const end = (span: Span, begun: number, outcome: Outcome): void => {
    const seconds = (performance.now() - begun) / 1_000;
    duration.record(seconds, { [attributes.provider]: provider, [attributes.outcome]: outcome });
    span.setAttribute(attributes.outcome, outcome);
    if (outcome !== 'sent') span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  };

  const options = { kind: SpanKind.CLIENT, attributes: { [attributes.provider]: provider } };
  return (call) =>
    tracer.startActiveSpan(`${provider} send`, options, async (span) => {
      const begun = performance.now();
      try {
        const result = await call();
        end(span, begun, 'sent');
        return result;
      } catch (error) {
        end(span, begun, outcomeOf(error));
        throw error;
      }
    });
}

function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof ProviderError)) return 'failed';
  if (!error.attempted) return 'rested';
  if (error.permanent) return 'refused';
  return error.retryAfterSeconds === undefined ? 'failed' : 'limited';
}
