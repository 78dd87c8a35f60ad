/**
 * What a refusal is about, for calls that administer: `connection` (nothing can be called until somebody mends our
 * access, or the circuit is open), `channel` (the channel, group or folder), `user` (whoever was to be put in or taken
 * out), `call` (this call alone; most such failures pass).
 */
export type About = 'connection' | 'channel' | 'user' | 'call';

export type ProviderErrorOptions = Readonly<{
  /** True when the same message can never be accepted. */
  permanent: boolean;
  /** True when the fault is the provider's (or our account's), not this message's: it counts against the circuit. */
  outage?: boolean;
  /** True when it is our account that is refused: the circuit opens at once, for nothing else will be taken either. */
  account?: boolean;
  /** True when the provider may have taken it all the same: nobody else may be asked to send it. */
  unclear?: boolean;
  /** True when it is refused here for good, but another account may take it. */
  elsewhere?: boolean;
  /** False when the provider was not called at all; such a failure is not a try. */
  attempted?: boolean;
  /** How long the provider asked us to wait, in whole seconds. */
  retryAfterSeconds?: number | undefined;
  /** The vendor's own short code of a refusal for good, such as 21610 or 5.1.1. */
  code?: string | undefined;
  about?: About | undefined;
  cause?: unknown;
}>;

/** Another account was asked at once, because this one surely had not taken it. */
export type PassedOn = Readonly<{ provider: string; reason: string; durationMs: number }>;

/** Why a message was not taken. `reason` is readable and free of personal data; vendors' own words stay in `cause`. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';
  readonly permanent: boolean;
  readonly outage: boolean;
  readonly account: boolean;
  readonly unclear: boolean;
  readonly elsewhere: boolean;
  readonly attempted: boolean;
  readonly retryAfterSeconds: number | undefined;
  readonly code: string | undefined;
  readonly about: About | undefined;
  /** Which of several accounts it was, and which were asked before it. */
  provider?: string;
  passedOn: readonly PassedOn[] = [];

  constructor(reason: string, options: ProviderErrorOptions) {
    super(reason, options.cause === undefined ? undefined : { cause: options.cause });
    this.permanent = options.permanent;
    this.outage = options.outage ?? false;
    this.account = options.account ?? false;
    this.unclear = options.unclear ?? false;
    this.elsewhere = options.elsewhere ?? false;
    this.attempted = options.attempted ?? true;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.code = options.code;
    this.about = options.about;
  }

  get reason(): string {
    return this.message;
  }
}

/** The same failure, with what it is about. */
export const about = (error: ProviderError, what: About): ProviderError =>
  new ProviderError(error.reason, { ...error, about: what, cause: error.cause });

/** The same failure, not to be counted as a try: the vendor looked at nothing but how much we ask. */
export const unattempted = (error: ProviderError): ProviderError =>
  new ProviderError(error.reason, { ...error, attempted: false, cause: error.cause });
