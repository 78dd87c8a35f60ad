import type { PassedOn } from './provider-error.ts';

/** `failing` means that the circuit is open; the others say what stands at the far end. */
export type ProviderState = 'real' | 'sandbox' | 'off' | 'failing';

/** 1 goes before 2 where messages wait for the same limit; 0 has limits and a circuit of its own: nothing else delays it. */
export type Priority = 0 | 1 | 2;

/** What the vendor calls the message; empty when it gives it no name. */
export type Receipt = Readonly<{
  providerMessageId: string;
  /** Where it stands, for vendors whose messages can be changed: Slack's id of the channel. */
  place?: string;
  /** How many parts it was sent (and is charged) as, for text messages. */
  segments?: number;
  /** What that costs in millionths of the currency unit, where the price is known. */
  costMicros?: number;
  /** Which of several accounts took it, and which were asked before. */
  provider?: string;
  passedOn?: readonly PassedOn[];
}>;

export type SendOptions = Readonly<{
  /** The same for every try of one message: it becomes the mark by which a repeat is recognised. */
  idempotencyKey: string;
  signal?: AbortSignal;
  /** There is another way: rather than wait to see whether this one has recovered, fail at once. */
  hasAlternative?: boolean;
}>;

/** `via` names the one account that may be asked, because it may have the message already. */
export type Via = Readonly<{ via?: string | undefined }>;

export type TurnOptions = Via &
  Readonly<{
    priority?: Priority;
    signal?: AbortSignal;
    /** Rejects with a `ProviderError` that was not a try when the provider is given a rest meanwhile. */
    hasAlternative?: boolean;
  }>;

export type DelayOptions = Via & Readonly<{ hasBooked?: boolean; priority?: Priority }>;

/** Leave to make one call. Always release it, called or not. */
export type Turn<Request> = Readonly<{
  send(request: Request, options: SendOptions): Promise<Receipt>;
  release(): void;
}>;

/** One way out to people. Every failure is a `ProviderError`. */
export interface Provider<Request extends Readonly<{ to: string }>> {
  /** Names the account. */
  readonly name: string;
  state(): ProviderState;
  /** False where it is known beforehand that it cannot carry anything there; true when absent. */
  serves?(to: string): boolean;
  /** Milliseconds for which it is left alone, because it asked for that or its circuit is open; 0 when it is not. */
  restMs(to: string, priority: Priority): number;
  /**
   * Milliseconds until it makes sense to ask for a turn: 0 when the wait is short enough to be spent in memory.
   * Otherwise the place in the queue is booked, and whoever comes back at that time says so with `hasBooked`.
   */
  delayMs(to: string, options?: DelayOptions): number;
  /** Waits until the vendor's limits let one more call to this recipient through. Rejects with the signal's reason. */
  turn(to: string, options?: TurnOptions): Promise<Turn<Request>>;
  /** Takes a turn and sends. */
  send(request: Request, options: SendOptions & TurnOptions): Promise<Receipt>;
  /** Finishes what is being sent, then lets go of the connections. */
  close(): Promise<void>;
}
