import { circuits, REST_MS } from './circuits.ts';
import { type Gate, gate } from './gate.ts';
import type { GateLimits, Leave } from './gate-lane.ts';
import { ProviderError } from './provider-error.ts';
import type { Priority, Provider, ProviderState, Receipt, SendOptions, Turn } from './provider.ts';
import { alone, type Sharing } from './sharing.ts';
import { type Observe, observer } from './telemetry.ts';
import { withTimeLimit } from './time-limit.ts';

const DAY_MS = 86_400_000;
// A first call may have to connect first, TLS and all; those after it need not.
const ARRIVAL_MS = 250;

/** What is the same for all accounts of one process. */
export type Surroundings = Readonly<{
  /** Who else uses the same accounts; nobody when absent. */
  sharing?: Sharing | undefined;
  /** Told once when the vendor refuses our account, and again only after it had been accepted in between. */
  alert?: ((provider: string, reason: string) => void) | undefined;
}>;

/** What a wrapper adds to the guard: how to reach the vendor, and how its failures read. */
export type Vendor<Request> = Surroundings &
  Readonly<{
    name: string;
    state: Exclude<ProviderState, 'failing'>;
    limits: GateLimits;
    /** What emergencies have for themselves; the same again when absent. */
    emergencyLimits?: GateLimits;
    /** Which limit a recipient falls under; one for all when absent. */
    keyOf?: (to: string) => string;
    /** True where each key is an account of its own, with a circuit of its own. */
    hasAccountPerKey?: boolean;
    /** The whole call must be over by then, in milliseconds. */
    timeLimitMs: number;
    call(request: Request, options: Readonly<{ idempotencyKey: string; signal: AbortSignal }>): Promise<Receipt>;
    failure(error: unknown): ProviderError;
    close?(): unknown;
  }>;

/**
 * Puts the same guard around every vendor: its limits (and `Retry-After`), a circuit per account, a time limit,
 * typed errors, one span and one metric per call. Emergencies have limits and circuits of their own.
 */
export function guarded<Request extends Readonly<{ to: string }>>(vendor: Vendor<Request>): Provider<Request> {
  const { name, keyOf = () => '', limits, emergencyLimits = limits, sharing = alone } = vendor;
  const watch = { observe: observer(name), judge: alerts(vendor) };
  const usual = lane(vendor, limits, watch, false);
  const emergency = lane(vendor, emergencyLimits, watch, true);
  const laneOf = (priority: Priority): Lane<Request> => (priority === 0 ? emergency : usual);
  sharing.onPause(({ provider, isEmergency, key, ms }) => {
    if (provider === name) (isEmergency ? emergency : usual).door.pause(key, ms);
  });

  const turn: Provider<Request>['turn'] = async (to, options = {}): Promise<Turn<Request>> => {
    const { priority = 1, signal, hasAlternative } = options;
    const key = keyOf(to);
    const { door, send } = laneOf(priority);
    return turnOf(await door.enter(key, priority, { signal, hasAlternative }), (...sending) => send(key, ...sending));
  };

  return {
    name,
    state: () => {
      const isFailing = usual.isFailing() || emergency.isFailing();
      return vendor.state !== 'off' && isFailing ? 'failing' : vendor.state;
    },
    restMs: (to, priority) => laneOf(priority).restMs(keyOf(to)),
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

function turnOf<Request>(leave: Leave, send: Turn<Request>['send']): Turn<Request> {
  let isUsed = false;
  return {
    send: (request, options) => {
      isUsed = true;
      return send(request, options);
    },
    release: () => leave(!isUsed),
  };
}

type Lane<Request> = Readonly<{
  door: Gate;
  underWay: ReadonlySet<Promise<Receipt>>;
  isFailing(): boolean;
  restMs(key: string): number;
  send(key: string, request: Request, options: SendOptions): Promise<Receipt>;
}>;

type Watch = Readonly<{ observe: Observe; judge: ReturnType<typeof alerts> }>;

/** One set of limits with its circuits. */
function lane<Request>(vendor: Vendor<Request>, limits: GateLimits, watch: Watch, isEmergency: boolean) {
  const { observe, judge } = watch;
  const { name: provider, hasAccountPerKey = false, sharing = alone } = vendor;
  const accountOf = (key: string): string => (hasAccountPerKey ? key : '');
  const door = gate({ arrivalMs: ARRIVAL_MS, ...limits }, sharing);
  const breakers = circuits((account) => door.pause(hasAccountPerKey ? account : undefined, REST_MS));
  const underWay = new Set<Promise<Receipt>>();
  const call = async (key: string, request: Request, options: SendOptions): Promise<Receipt> => {
    try {
      const limitedCall = (): Promise<Receipt> => limited(vendor, request, options);
      const receipt = await observe(() => breakers.run(accountOf(key), limitedCall, options.hasAlternative));
      judge(undefined);
      return receipt;
    } catch (error) {
      judge(error as ProviderError);
      const { retryAfterSeconds, attempted } = error as ProviderError;
      if (retryAfterSeconds !== undefined && attempted) {
        const ms = Math.min(retryAfterSeconds * 1_000, DAY_MS);
        door.pause(key, ms);
        sharing.tell({ provider, isEmergency, key, ms });
      }
      throw error;
    }
  };
  const send = (key: string, request: Request, options: SendOptions): Promise<Receipt> => {
    const running = call(key, request, options).finally(() => underWay.delete(running));
    underWay.add(running);
    return running;
  };
  // A short wait is no reason to go elsewhere; an open circuit always is.
  const restMs = (key: string): number => {
    const wait = door.restMs(key);
    return Math.max(wait >= REST_MS ? wait : 0, breakers.restMs(accountOf(key)));
  };
  return { door, underWay, isFailing: breakers.isFailing, restMs, send } satisfies Lane<Request>;
}

/** Says once that our account is refused. */
function alerts<Request>({ name, alert }: Vendor<Request>): (error: ProviderError | undefined) => void {
  let isKnown = false;
  return (error) => {
    if (!error) return void (isKnown = false);
    if (!error.account || isKnown) return;
    isKnown = true;
    alert?.(name, error.reason);
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
