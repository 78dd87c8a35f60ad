/**
 * Why a system did not do what it was asked: `connection` (our access is refused), `stopped` (it was, and nobody asked),
 * `pace` (not yet: too many calls), `task` (a person has to do it), `channel`, `user`, or `call` (this one alone did not work).
 */
export type SystemFault = 'connection' | 'stopped' | 'pace' | 'task' | 'channel' | 'user' | 'call';

export class SystemError extends Error {
  override readonly name = 'SystemError';
  readonly fault: SystemFault;
  /** The system's own short word for it, such as "is_archived". */
  readonly code: string;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    fault: SystemFault,
    code: string,
    options: Readonly<{ retryAfterSeconds?: number; cause?: unknown }> = {},
  ) {
    super(`${fault}: ${code}`, { cause: options.cause });
    this.fault = fault;
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
