export type ProviderErrorOptions = Readonly<{
  /** True when the same message can never be accepted. */
  permanent: boolean;
  /** True when the fault is the provider's (or our account's), not this message's: it counts against the circuit. */
  outage?: boolean;
  /** False when the provider was not called at all; such a failure is not a try. */
  attempted?: boolean;
  /** How long the provider asked us to wait, in whole seconds. */
  retryAfterSeconds?: number | undefined;
  cause?: unknown;
}>;

/** Why a message was not taken. `reason` is readable and free of personal data; vendors' own words stay in `cause`. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';
  readonly permanent: boolean;
  readonly outage: boolean;
  readonly attempted: boolean;
  readonly retryAfterSeconds: number | undefined;

  constructor(reason: string, options: ProviderErrorOptions) {
    super(reason, options.cause === undefined ? undefined : { cause: options.cause });
    this.permanent = options.permanent;
    this.outage = options.outage ?? false;
    this.attempted = options.attempted ?? true;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }

  get reason(): string {
    return this.message;
  }
}
