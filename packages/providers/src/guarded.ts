import { type Circuits, circuits, REST_MS } from './circuits.ts';
import { type Gate, gate } from './gate.ts';
import type { GateLimits } from './gate-lane.ts';
import { ProviderError } from './provider-error.ts';
import type { Priority, Provider, ProviderState, Receipt, SendOptions, Turn } from './provider.ts';
import { type Observe, observer } from './telemetry.ts';
import { withTimeLimit } from './time-limit.ts';

const DAY_MS = 86_400_000;

/** What a wrapper adds to the guard: how to reach the vendor, and how its failures read. */
export type Vendor<Request> = Readonly<{
  name: string;
  state: Exclude<ProviderState, 'failing'>;
  limits: GateLimits;
  /** What emergencies have for themselves; the same again when absent. */
  emergencyLimits?: GateLimits;
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
 * typed errors, one span and one metric per call. Emergencies have limits and circuits of their own.
 */
export function guarded<Request extends Readonly<{ to: string }>>(vendor: Vendor<Request>): Provider<Request> {
  const { name, keyOf = () => '', limits, emergencyLimits = limits } = vendor;
  const observe = observer(name);
  const usual = lane(vendor, limits, observe);
  const emergency = lane(vendor, emergencyLimits, observe);
  const laneOf = (priority: Priority): Lane<Request> => (priority === 0 ? emergency : usual);

  const turn: Provider<Request>['turn'] = async (to, { priority = 1, signal } = {}): Promise<Turn<Request>> => {
    const key = keyOf(to);
    const { door, send } = laneOf(priority);
    const leave = await door.enter(key, priority, signal);
    let isUsed = false;
    return {
      send: (request, options) => {
        isUsed = true;
        return send(key, request, options);
      },
      release: () => leave(!isUsed),
    };
  };

  return {
    name,
    state: () => {
      const isFailing = usual.breakers.isFailing() || emergency.breakers.isFailing();
      return vendor.state !== 'off' && isFailing ? 'failing' : vendor.state;
    },
    delayMs: (to, { hasBooked = false, priority = 1 } = {}) => laneOf(priority).door.delayMs(keyOf(to), hasBooked),
    turn,
    send: async (request, options) => {
      const { send: sendNow, release } = await turn(request.to, options);
      return sendNow(request, options).finally(release);
    },
    close: async () => {
      await Promise.allSettled([...usual.underWay, ...emergency.underWay]);
      await vendor.close?.();
    },
  };
}

type Lane<Request> = Readonly<{
  door: Gate;
  breakers: Circuits;
  underWay: ReadonlySet<Promise<Receipt>>;
  send(key: string, request: Request, options: SendOptions): Promise<Receipt>;
}>;

/** One set of limits with its circuits. */
function lane<Request>(vendor: Vendor<Request>, limits: GateLimits, observe: Observe): Lane<Request> {
  const door = gate(limits);
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
  return { door, breakers, underWay, send };
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
