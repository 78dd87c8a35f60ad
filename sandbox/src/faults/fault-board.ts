import { AppError, type Clock } from '@guildhall/kernel';
import { type Fault, isOfCall, isOfCallbacks, type Provider } from './fault.ts';
import { RateGate } from './rate-gate.ts';

type Active = { readonly fault: Fault; readonly endsAt: number; left: number };

const most = 100;

/** The faults in force. Counted ones are used up in the order they came; an endless one gives way to its successor. */
export class FaultBoard {
  readonly #realClock: Clock;
  readonly #gate = new RateGate();
  #active: Active[] = [];

  constructor(realClock: Clock) {
    this.#realClock = realClock;
  }

  add(fault: Fault): void {
    this.#prune();
    this.#active = this.#active.filter((one) => !isEndless(one.fault) || !isSamePlace(one.fault, fault));
    if (this.#active.length >= most) {
      throw new AppError(
        'invalid',
        'sandbox.too_many_faults',
        `At most ${most} faults can be active: clear some first.`,
      );
    }
    const endsAt = fault.forSeconds === undefined ? Infinity : this.#now() + fault.forSeconds * 1_000;
    this.#active.push({ fault, endsAt, left: fault.times ?? Infinity });
  }

  /** The fault that strikes a call, if any, and counts it; `places` are the call's path and recipients. */
  take(
    provider: Provider,
    places: readonly string[],
    applies: (fault: Fault) => boolean = isOfCall,
  ): Fault | undefined {
    if (this.#active.length === 0) return undefined;
    this.#prune();
    const struck = this.#active.find(
      ({ fault }) => fault.provider === provider && applies(fault) && isAt(fault.match, places),
    );
    if (!struck) return undefined;
    const fault = struck.fault.effect === 'rate-limit' ? this.#limited(struck.fault, places) : struck.fault;
    if (!fault) return lateOnly(struck.fault);
    struck.left -= 1;
    return fault;
  }

  /** The refusal of a call above a limit. */
  #limited(fault: Fault, places: readonly string[]): Fault | undefined {
    const retryAfterSeconds = this.#gate.waitSeconds(fault, places, this.#now());
    return retryAfterSeconds === undefined ? undefined : { ...fault, status: 429, retryAfterSeconds };
  }

  /** What is in force, with what is left of it. */
  list(): Fault[] {
    this.#prune();
    return this.#active.map(({ fault, endsAt, left }) => ({
      ...fault,
      ...(left !== Infinity && { times: left }),
      ...(endsAt !== Infinity && { forSeconds: Math.max(0, (endsAt - this.#now()) / 1_000) }),
    }));
  }

  clear(provider?: Provider): void {
    this.#active = provider ? this.#active.filter(({ fault }) => fault.provider !== provider) : [];
  }

  #prune(): void {
    const now = this.#now();
    this.#active = this.#active.filter(({ endsAt, left }) => left > 0 && endsAt > now);
  }

  #now(): number {
    return this.#realClock.now().getTime();
  }
}

/** What a limit leaves of a call below it: it is late, where all of them are. */
const lateOnly = ({ provider, delayMs }: Fault): Fault | undefined =>
  delayMs === undefined ? undefined : { provider, delayMs };

const isEndless = ({ times, forSeconds }: Fault): boolean => times === undefined && forSeconds === undefined;

const isSamePlace = (one: Fault, other: Fault): boolean =>
  one.provider === other.provider &&
  one.match === other.match &&
  one.stage === other.stage &&
  isOfCallbacks(one) === isOfCallbacks(other);

const isAt = (match: string | undefined, places: readonly string[]): boolean =>
  match === undefined || places.some((place) => place.toLowerCase().includes(match.toLowerCase()));
