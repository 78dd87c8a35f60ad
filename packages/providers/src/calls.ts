import { type Circuits, circuits, rested } from './circuits.ts';
import { type Gate, gate } from './gate.ts';
import type { GateLimits, Leave } from './gate-lane.ts';
import type { Surroundings } from './guarded.ts';
import { about, ProviderError, unattempted } from './provider-error.ts';
import type { ProviderState } from './provider.ts';
import { alone } from './sharing.ts';
import { observer } from './telemetry.ts';
import { withTimeLimit } from './time-limit.ts';

/** How long a call waits for the vendor's limits where nothing else is said. */
export const PATIENCE_MS = 2_000;
const DAY_MS = 86_400_000;

/** What an interface adds to the guard of its calls. */
export type Interface = Surroundings &
  Readonly<{
    name: string;
    state: Exclude<ProviderState, 'failing'>;
    /** What the vendor allows of one method. */
    limitsOf(method: string): GateLimits;
    /** Each call must be over by then, in milliseconds. */
    timeLimitMs: number;
    failure(error: unknown, method: string): ProviderError;
    close?(): unknown;
  }>;

type Ask<T> = (signal: AbortSignal) => Promise<T>;

export type CallOptions = Readonly<{
  /** Has a circuit of its own: a token, so that a new one is used at once where the one before was refused. */
  account?: string;
  /** How long it may wait for the vendor's limits, in milliseconds: 2,000 when absent. */
  patienceMs?: number;
}>;

/**
 * Calls of an interface that is asked and told many things, as a provider of messages is guarded: the limits of each
 * method (and `Retry-After`), a circuit for each account, a time limit, typed errors, one span and one metric per call.
 */
export type Calls = Readonly<{
  run<T>(method: string, ask: Ask<T>, options?: CallOptions): Promise<T>;
  state(): ProviderState;
  /** Finishes what is under way; whoever waits is refused. */
  close(): Promise<void>;
}>;

export function calls(vendor: Interface): Calls {
  const doors = doorsOf(vendor);
  const breakers = circuits(() => undefined);
  const call = caller(vendor, doors, breakers);
  const underWay = new Set<Promise<unknown>>();
  return {
    run: async (method, ask, { account = '', patienceMs = PATIENCE_MS } = {}) => {
      // Whoever waited for leave meanwhile would use up what those need who come after the rest.
      if (breakers.restMs(account) > 0) throw about(rested(), 'connection');
      const leave = await doors.enter(method, patienceMs);
      const running = call(method, account, ask).finally(() => {
        leave();
        underWay.delete(running);
      });
      underWay.add(running);
      return running;
    },
    state: () => (vendor.state !== 'off' && breakers.isFailing() ? 'failing' : vendor.state),
    close: async () => {
      doors.close();
      await Promise.allSettled(underWay);
      await vendor.close?.();
    },
  };
}

/** The limits of each method. */
function doorsOf({ name: provider, limitsOf, sharing = alone }: Interface) {
  const doors = new Map<string, Gate>();
  const closing = new AbortController();
  const doorOf = (method: string): Gate => {
    const known = doors.get(method) ?? gate(limitsOf(method), sharing);
    doors.set(method, known);
    return known;
  };
  sharing.onPause(({ provider: whose, key, ms }) => whose === provider && doorOf(key).pause('', ms));
  return {
    close: () => closing.abort(),
    /** Rejects with what was not a try when there is no leave in time. */
    enter: async (method: string, patienceMs: number): Promise<Leave> => {
      const door = doorOf(method);
      if (closing.signal.aborted || door.restMs('') > patienceMs) throw full(provider, method, door.restMs(''));
      const signal = AbortSignal.any([AbortSignal.timeout(patienceMs), closing.signal]);
      return door.enter('', 1, { signal }).catch(() => {
        throw full(provider, method, door.restMs(''));
      });
    },
    /** The vendor asked for it; the others who share the account are told. */
    pause: (method: string, seconds: number): void => {
      const ms = Math.min(seconds * 1_000, DAY_MS);
      doorOf(method).pause('', ms);
      sharing.tell({ provider, isEmergency: false, key: method, ms });
    },
  };
}

/** Makes one call that was given leave. */
function caller(vendor: Interface, doors: ReturnType<typeof doorsOf>, breakers: Circuits) {
  const observe = observer(vendor.name);
  const judge = alerts(vendor);
  const limited = async <T>(method: string, ask: Ask<T>): Promise<T> => {
    try {
      return await withTimeLimit(vendor.timeLimitMs, undefined, ask);
    } catch (error) {
      throw error instanceof ProviderError && error.about ? error : vendor.failure(error, method);
    }
  };
  return async <T>(method: string, account: string, ask: Ask<T>): Promise<T> => {
    try {
      const result = await observe(() => breakers.run(account, () => limited(method, ask)));
      judge(undefined);
      return result;
    } catch (error) {
      const failure = error as ProviderError;
      judge(failure);
      if (!failure.attempted) throw about(failure, 'connection');
      if (failure.retryAfterSeconds === undefined) throw failure;
      doors.pause(method, failure.retryAfterSeconds);
      throw failure.outage ? failure : unattempted(failure);
    }
  };
}

/** Says once that our account is refused. */
function alerts({ name, alert }: Interface): (error: ProviderError | undefined) => void {
  let isKnown = false;
  return (error) => {
    if (!error) return void (isKnown = false);
    if (!error.account || isKnown) return;
    isKnown = true;
    alert?.(name, error.reason);
  };
}

const full = (provider: string, method: string, restMs: number): ProviderError =>
  new ProviderError(`${provider} takes no more ${method} at the moment.`, {
    permanent: false,
    attempted: false,
    retryAfterSeconds: Math.max(5, Math.ceil(restMs / 1_000)),
    about: 'call',
  });
