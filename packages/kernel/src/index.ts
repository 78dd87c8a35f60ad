export { type Decision, type Handler, type NewId } from './decision.ts';
export {
  AppError,
  type AppErrorOptions,
  type ErrorKind,
  type FieldError,
  isErrorKind,
  isTransient,
  statusOf,
} from './errors.ts';
export { anonymous, holds, type Principal, servicePrincipal } from './principal.ts';
export { isStale, retryStale } from './retry-stale.ts';
export { attributes, metrics } from './telemetry.ts';
export { type Clock, systemClock } from './time.ts';
