import { BrokenCircuitError, circuitBreaker, type CircuitBreakerPolicy, CircuitState, handleWhen } from 'cockatiel';
import { ProviderError } from './provider-error.ts';

const FAILURES_TO_OPEN = 5;
const KEPT = 10_000;
/** How long an open circuit rests before one call probes the provider. */
export const REST_MS = 5_000;

export type Circuits = Readonly<{
  /**
   * Runs the call unless the circuit of this key is open; then it throws a `ProviderError` that was not a try. While a
   * probe is under way the call waits for what comes of it, unless there is an alternative.
   */
  run<T>(key: string, call: () => Promise<T>, hasAlternative?: boolean): Promise<T>;
  /** Milliseconds for which nobody should call there who has an alternative: open, or one call is finding out. */
  restMs(key: string): number;
  /** True when every destination that was used is failing. */
  isFailing(): boolean;
}>;

type Circuit = { readonly policy: CircuitBreakerPolicy; running: number; openUntil: number };

/** One breaker per key, so that a dead destination does not close the way to the others. */
export function circuits(onOpen: (key: string) => void): Circuits {
  const known = new Map<string, Circuit>();
  const circuitOf = (key: string): Circuit => {
    const found = known.get(key);
    if (found) return found;
    if (known.size >= KEPT) forgetClosed(known);
    const made = { policy: newBreaker(), running: 0, openUntil: 0 };
    made.policy.onBreak(() => {
      made.openUntil = Date.now() + REST_MS;
      onOpen(key);
    });
    known.set(key, made);
    return made;
  };
  const isProbing = (key: string): boolean => {
    const circuit = known.get(key);
    return circuit !== undefined && circuit.policy.state === CircuitState.HalfOpen && circuit.running > 0;
  };
  return {
    restMs: (key) => (isProbing(key) ? REST_MS : Math.max(0, (known.get(key)?.openUntil ?? 0) - Date.now())),
    run: async (key, call, hasAlternative = false) => {
      if (hasAlternative && isProbing(key)) throw rested();
      const circuit = circuitOf(key);
      circuit.running += 1;
      try {
        return await circuit.policy.execute(call);
      } catch (error) {
        throw error instanceof BrokenCircuitError ? rested() : error;
      } finally {
        circuit.running -= 1;
      }
    },
    isFailing: () => known.size > 0 && [...known.values()].every(({ policy }) => policy.state !== CircuitState.Closed),
  };
}

/** It was not called: its circuit is open. */
export const rested = (): ProviderError =>
  new ProviderError('The provider is failing; it is given a rest.', {
    permanent: false,
    attempted: false,
    retryAfterSeconds: REST_MS / 1_000,
  });

/** Five outages in a row open it; a refused account needs no second one. */
function newBreaker(): CircuitBreakerPolicy {
  let [outages, isAccount] = [0, false];
  const isOutage = handleWhen((error) => {
    isAccount = error instanceof ProviderError && error.account;
    return error instanceof ProviderError && error.outage;
  });
  return circuitBreaker(isOutage, {
    halfOpenAfter: REST_MS,
    breaker: {
      state: undefined,
      success: () => void (outages = 0),
      failure: () => (outages += 1) >= FAILURES_TO_OPEN || isAccount,
    },
  });
}

function forgetClosed(known: Map<string, Circuit>): void {
  for (const [key, { policy, running }] of known) {
    if (policy.state === CircuitState.Closed && running === 0) known.delete(key);
  }
}
