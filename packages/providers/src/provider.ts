/** `failing` means that the circuit is open; the others say what stands at the far end. */
export type ProviderState = 'real' | 'sandbox' | 'off' | 'failing';

/** 1 goes before 2 where messages wait for the same limit; 0 has limits and a circuit of its own: nothing else delays it. */
export type Priority = 0 | 1 | 2;

/** What the vendor calls the message; empty when it gives it no name. */
export type Receipt = Readonly<{
  providerMessageId: string;
  /** Where it stands, for vendors whose messages can be changed: Slack's id of the channel. */
  place?: string;
}>;

export type SendOptions = Readonly<{
  /** The same for every try of one message: it becomes the mark by which a repeat is recognised. */
  idempotencyKey: string;
  signal?: AbortSignal;
}>;

export type TurnOptions = Readonly<{ priority?: Priority; signal?: AbortSignal }>;

/** Leave to make one call. Always release it, called or not. */
export type Turn<Request> = Readonly<{
  send(request: Request, options: SendOptions): Promise<Receipt>;
  release(): void;
}>;

/** One way out to people. Every failure is a `ProviderError`. */
export interface Provider<Request extends Readonly<{ to: string }>> {
  readonly name: string;
  state(): ProviderState;
  /**
   * Milliseconds until it makes sense to ask for a turn: 0 when the wait is short enough to be spent in memory.
   * Otherwise the place in the queue is booked, and whoever comes back at that time says so with `hasBooked`.
   */
  delayMs(to: string, options?: Readonly<{ hasBooked?: boolean; priority?: Priority }>): number;
  /** Waits until the vendor's limits let one more call to this recipient through. Rejects with the signal's reason. */
  turn(to: string, options?: TurnOptions): Promise<Turn<Request>>;
  /** Takes a turn and sends. */
  send(request: Request, options: SendOptions & TurnOptions): Promise<Receipt>;
  /** Finishes what is being sent, then lets go of the connections. */
  close(): Promise<void>;
}
