/** What went wrong, in terms a caller can act on. The list is closed. */
export type ErrorKind =
  | 'malformed'
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'gone'
  | 'conflict'
  | 'stale'
  | 'locked'
  | 'rate-limited'
  | 'unavailable';

/** One field that was refused: a JSON pointer into the request, and what to do about it. */
export type FieldError = Readonly<{ pointer: string; detail: string }>;

export type AppErrorOptions = Readonly<{
  /** What really happened: for the log, never for the caller. */
  cause?: unknown;
  /** When a repeat may succeed, in whole seconds; travels as `Retry-After`. */
  retryAfterSeconds?: number;
  errors?: readonly FieldError[];
  /** Extension members of the problem body, such as `today` beside `register.wrong_date`. */
  details?: Readonly<Record<string, string | number | boolean>>;
}>;

/** A refusal. `message` and `details` are safe to show to the caller. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly kind: ErrorKind;
  /** Stable, public and namespaced: `register.wrong_date`. */
  readonly code: string;
  readonly retryAfterSeconds: number | undefined;
  readonly errors: readonly FieldError[];
  readonly details: Readonly<Record<string, string | number | boolean>>;

  constructor(kind: ErrorKind, code: string, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.errors = options.errors ?? [];
    this.details = options.details ?? {};
  }
}

/** The HTTP status of each kind (RFC 9110, RFC 6585, RFC 4918). */
export const statusOf: Readonly<Record<ErrorKind, number>> = {
  malformed: 400,
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  gone: 410,
  conflict: 409,
  stale: 409,
  locked: 423,
  'rate-limited': 429,
  unavailable: 503,
};

export const isErrorKind = (value: unknown): value is ErrorKind =>
  typeof value === 'string' && Object.hasOwn(statusOf, value);

/** True for kinds that a later, identical attempt may not run into. */
export const isTransient = (kind: ErrorKind): boolean =>
  kind === 'stale' || kind === 'locked' || kind === 'rate-limited' || kind === 'unavailable';
