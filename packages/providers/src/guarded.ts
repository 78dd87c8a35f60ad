import { circuits, REST_MS } from './circuits.ts';
import { gate } from './gate.ts';
import type { GateLimits } from './gate-lane.ts';
import { ProviderError } from './provider-error.ts';
import type { Provider, ProviderState, Receipt, SendOptions, Turn } from './provider.ts';
import { observer } from './telemetry.ts';
import { withTimeLimit } from './time-limit.ts';

const DAY_MS = 86_400_000;

/** What a wrapper adds to the guard: how to reach the vendor, and how its failures read. */
export type Vendor<Request> = Readonly<{
  name: string;
  state: Exclude<ProviderState, 'failing'>;
  limits: GateLimits;
  /** Which limit and which circuit a recipient falls under; one for all when absent. */
  keyOf?: (to: string) => string;
  /** The whole call must be over by then, in milliseconds. */
  timeLimitMs: number;
  call(request: Request, options: Readonly<{ idempotencyKey: string; signal: AbortSignal }>): Promise<Receipt>;
  failure(error: unknown): ProviderError;
  close?(): unknown;
}>;

/**
 * Puts the same guard around every vendor: its limits (and `Retry-After`), a circuit per destination, a time limit,
 * typed errors, one span and one metric per call.
 */
export function guarded<Request extends Readonly<{ to: string }>>(vendor: Vendor<Request>): Provider<Request> {
  const { name, keyOf = () => '' } = vendor;
  const observe = observer(name);
  const door = gate(vendor.limits);
  const breakers = circuits((key) => door.pause(key, REST_MS));
  const underWay = new Set<Promise<Receipt>>();

  const call = async (key: string, request: Request, options: SendOptions): Promise<Receipt> => {
    try {
      return await observe(() => breakers.run(key, () => limited(vendor, request, options)));
    } catch (error) {
      const { retryAfterSeconds, attempted } = error as ProviderError;
      if (retryAfterSeconds !== undefined && attempted) door.pause(key, Math.min(retryAfterSeconds * 1_000, DAY_MS));
      throw error;
    }
  };
  const send = (key: string, request: Request, options: SendOptions): Promise<Receipt> => {
    const running = call(key, request, options).finally(() => underWay.delete(running));
    underWay.add(running);
    return running;
  };
  const turn: Provider<Request>['turn'] = async (to, { priority = 1, signal } = {}): Promise<Turn<Request>> => {
    const key = keyOf(to);
    const release = await door.enter(key, priority, signal);
    return { send: (request, options) => send(key, request, options), release };
  };

  return {
    name,
    state: () => (vendor.state !== 'off' && breakers.isFailing() ? 'failing' : vendor.state),
    delayMs: (to, { hasBooked = false } = {}) => door.delayMs(keyOf(to), hasBooked),
    turn,
    send: async (request, options) => {
      const { send: sendNow, release } = await turn(request.to, options);
      return sendNow(request, options).finally(release);
    },
    close: async () => {
      await Promise.allSettled(underWay);
      await vendor.close?.();
    },
  };
}

/** The vendor's failures, and a call that outlived its time, as `ProviderError`. */
async function limited<Request>(vendor: Vendor<Request>, request: Request, options: SendOptions): Promise<Receipt> {
  const { idempotencyKey } = options;
  try {
    return await withTimeLimit(vendor.timeLimitMs, options.signal, (signal) =>
      vendor.call(request, { idempotencyKey, signal }),
    );
  } catch (error) {
    throw error instanceof ProviderError ? error : vendor.failure(error);
  }
}
