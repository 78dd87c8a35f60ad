import { REST_MS } from './circuits.ts';
import { type PassedOn, ProviderError } from './provider-error.ts';
import type { Priority, Provider, ProviderState, Receipt, SendOptions, Turn, TurnOptions } from './provider.ts';

/** One message is with one account or the other within this time, in milliseconds. */
const WITHIN_MS = 10_000;

/** Several accounts that carry the same messages, in the order in which they are asked. */
export type Failover<Request extends Readonly<{ to: string }>> = Provider<Request> &
  Readonly<{ accounts: readonly Provider<Request>[] }>;

type Carrier<Request extends Readonly<{ to: string }>> = Readonly<{ account: Provider<Request>; turn: Turn<Request> }>;

/**
 * Sends by the first account that is not given a rest, and by the next one when the first surely did not take the
 * message: no connection, a refusal for reasons of its own, an open circuit, a long `Retry-After`. Where it may have
 * taken it (`unclear`), nobody else is asked: whoever tries again names that account as `via`.
 */
export function failover<Request extends Readonly<{ to: string }>>(
  accounts: readonly [Provider<Request>, ...Provider<Request>[]],
  withinMs = WITHIN_MS,
): Failover<Request> {
  const [first] = accounts;
  const candidates = (to: string, via: string | undefined): readonly Provider<Request>[] => {
    const bound = via === undefined ? undefined : accounts.find(({ name }) => name === via);
    return bound ? [bound] : accounts.filter((one) => one.serves?.(to) ?? true);
  };
  const pick = (among: readonly Provider<Request>[], to: string, priority: Priority): Provider<Request> =>
    among.find((one) => one.restMs(to, priority) === 0) ?? soonest(among, to, priority) ?? first;

  const turn: Provider<Request>['turn'] = async (to, options = {}) => {
    const { via, priority = 1 } = options;
    const usable = candidates(to, via);
    let carrier = await enter(usable, pick(usable, to, priority), to, options);
    return {
      release: () => carrier.turn.release(),
      send: (request, sending) => {
        const others = usable.filter((one) => one !== carrier.account);
        const move = (next: Carrier<Request>): void => void (carrier = next);
        return carry({ carrier, others, move, withinMs }, request, sending, options);
      },
    };
  };

  return {
    name: first.name,
    accounts,
    state: () => stateOf(accounts),
    restMs: (to, priority) => Math.min(...candidates(to, undefined).map((one) => one.restMs(to, priority))),
    delayMs: (to, options = {}) => pick(candidates(to, options.via), to, options.priority ?? 1).delayMs(to, options),
    turn,
    send: async (request, options) => {
      const { send, release } = await turn(request.to, options);
      return send(request, options).finally(release);
    },
    close: async () => void (await Promise.all(accounts.map((one) => one.close()))),
  };
}

function soonest<Request extends Readonly<{ to: string }>>(
  among: readonly Provider<Request>[],
  to: string,
  priority: Priority,
): Provider<Request> | undefined {
  return among.toSorted((a, b) => a.restMs(to, priority) - b.restMs(to, priority))[0];
}

/** Waits at the chosen account; when that is given a rest meanwhile, at one of the others. */
async function enter<Request extends Readonly<{ to: string }>>(
  usable: readonly Provider<Request>[],
  account: Provider<Request>,
  to: string,
  options: TurnOptions,
): Promise<Carrier<Request>> {
  const { priority = 1 } = options;
  const others = usable.filter((one) => one !== account);
  const hasAlternative = others.some((one) => one.restMs(to, priority) === 0);
  try {
    return { account, turn: await account.turn(to, { ...options, hasAlternative }) };
  } catch (error) {
    const next = others.find((one) => one.restMs(to, priority) === 0) ?? account;
    if (!(error instanceof ProviderError) || error.attempted) throw error;
    return enter(next === account ? [account] : others, next, to, options);
  }
}

type Carrying<Request extends Readonly<{ to: string }>> = Readonly<{
  carrier: Carrier<Request>;
  others: readonly Provider<Request>[];
  /** From now on it is this one's turn that is given back. */
  move(next: Carrier<Request>): void;
  withinMs: number;
}>;

async function carry<Request extends Readonly<{ to: string }>>(
  { carrier, others, move, withinMs }: Carrying<Request>,
  request: Request,
  sending: SendOptions,
  options: TurnOptions,
): Promise<Receipt> {
  if (others.length === 0) return named(carrier, request, sending, []);
  const deadline = AbortSignal.timeout(withinMs);
  const signal = sending.signal ? AbortSignal.any([sending.signal, deadline]) : deadline;
  const passedOn: PassedOn[] = [];
  let current = carrier;
  let left = others;
  let tried: ProviderError | undefined;
  for (;;) {
    const begun = performance.now();
    try {
      // The last one is not waited for either: the claim on the message would not last.
      return await named(current, request, { ...sending, signal, hasAlternative: true }, passedOn);
    } catch (error) {
      // One that was not even called says nothing that counts more than what was said before.
      if (tried && error instanceof ProviderError && !error.attempted) throw tried;
      const [next, ...rest] = left;
      if (!next || !mayPassOn(error)) throw error;
      if (error.attempted) tried = error;
      const turn = await next.turn(request.to, { ...options, signal, hasAlternative: true }).catch(() => undefined);
      if (!turn) throw error;
      if (error.attempted) {
        const durationMs = Math.round(performance.now() - begun);
        passedOn.push({ provider: current.account.name, reason: error.reason, durationMs });
      }
      current.turn.release();
      current = { account: next, turn };
      move(current);
      left = rest;
    }
  }
}

/** Sends, and says in whatever comes of it who was asked. */
async function named<Request extends Readonly<{ to: string }>>(
  { account, turn }: Carrier<Request>,
  request: Request,
  sending: SendOptions,
  passedOn: readonly PassedOn[],
): Promise<Receipt> {
  try {
    const receipt = await turn.send(request, sending);
    return { ...receipt, provider: account.name, ...(passedOn.length > 0 && { passedOn: [...passedOn] }) };
  } catch (error) {
    if (error instanceof ProviderError) Object.assign(error, { provider: account.name, passedOn: [...passedOn] });
    throw error;
  }
}

/** True when it surely was not taken, and not for a reason that would be the same everywhere. */
function mayPassOn(error: unknown): error is ProviderError {
  if (!(error instanceof ProviderError) || error.unclear) return false;
  if (error.elsewhere) return true;
  if (error.permanent) return false;
  return error.outage || !error.attempted || (error.retryAfterSeconds ?? 0) * 1_000 >= REST_MS;
}

/** It works as long as one of them does. */
function stateOf<Request extends Readonly<{ to: string }>>(accounts: readonly Provider<Request>[]): ProviderState {
  const states = accounts.map((one) => one.state());
  return states.find((state) => state === 'real' || state === 'sandbox') ?? states[0] ?? 'off';
}
