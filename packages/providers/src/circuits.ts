import {
  BrokenCircuitError,
  circuitBreaker,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
} from 'cockatiel';
import { ProviderError } from './provider-error.ts';

const FAILURES_TO_OPEN = 5;
const KEPT = 10_000;
/** How long an open circuit rests before one call probes the provider. */
export const REST_MS = 5_000;

export type Circuits = Readonly<{
  /** Runs the call unless the circuit of this key is open; then it throws a `ProviderError` that was not a try. */
  run<T>(key: string, call: () => Promise<T>): Promise<T>;
  /** True when every destination that was used is failing. */
  isFailing(): boolean;
}>;

/** One breaker per key, so that a dead destination does not close the way to the others. */
export function circuits(onOpen: (key: string) => void): Circuits {
  const breakers = new Map<string, CircuitBreakerPolicy>();
  const breakerOf = (key: string): CircuitBreakerPolicy => {
    const known = breakers.get(key);
    if (known) return known;
    if (breakers.size >= KEPT) forgetClosed(breakers);
    const isOutage = handleWhen((error) => error instanceof ProviderError && error.outage);
    const made = circuitBreaker(isOutage, {
      halfOpenAfter: REST_MS,
      breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN),
    });
    made.onBreak(() => onOpen(key));
    breakers.set(key, made);
    return made;
  };
  return {
    run: async (key, call) => {
      try {
        return await breakerOf(key).execute(call);
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) throw error;
        throw new ProviderError('The provider is failing; it is given a rest.', {
          permanent: false,
          attempted: false,
          retryAfterSeconds: REST_MS / 1_000,
        });
      }
    },
    isFailing: () => breakers.size > 0 && [...breakers.values()].every(({ state }) => state !== CircuitState.Closed),
  };
}

function forgetClosed(breakers: Map<string, CircuitBreakerPolicy>): void {
  for (const [key, { state }] of breakers) if (state === CircuitState.Closed) breakers.delete(key);
}
