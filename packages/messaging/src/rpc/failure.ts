import { AppError, type ErrorKind, isErrorKind } from '@guildhall/kernel';

type Refusal = Readonly<{
  kind: ErrorKind;
  code: string;
  message: string;
  retryAfterSeconds?: number;
  errors?: AppError['errors'];
  details?: AppError['details'];
}>;

/** What travels of a refusal: all but its cause, which is for the log of the service that raised it. */
export function encodeRefusal({ kind, code, message, retryAfterSeconds, errors, details }: AppError): Uint8Array {
  const refusal: Refusal = {
    kind,
    code,
    message,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
    ...(errors.length > 0 ? { errors } : {}),
    ...(Object.keys(details).length > 0 ? { details } : {}),
  };
  return Buffer.from(JSON.stringify(refusal));
}

/** The same refusal on the other side. */
export function decodeRefusal(body: Uint8Array): Error {
  const { kind, code, message, ...options } = JSON.parse(Buffer.from(body).toString()) as Refusal;
  return isErrorKind(kind)
    ? new AppError(kind, code, message, options)
    : new Error(`a refusal of unknown kind: ${code}`);
}

/** The calls that never reached a service, or may have: what the caller should know. */
export const failures = {
  noResponder: () =>
    new AppError('unavailable', 'rpc.no_responder', 'The service is not there at the moment.', {
      retryAfterSeconds: 1,
    }),
  disconnected: () =>
    new AppError('unavailable', 'rpc.disconnected', 'The message bus is not there at the moment.', {
      retryAfterSeconds: 1,
    }),
  overloaded: () =>
    new AppError('unavailable', 'rpc.overloaded', 'Too much is going on at the moment.', { retryAfterSeconds: 1 }),
  outcomeUnknown: () =>
    new AppError('unavailable', 'rpc.outcome_unknown', 'The connection broke; the request may have been carried out.', {
      retryAfterSeconds: 1,
    }),
  deadlineExceeded: () =>
    new AppError(
      'unavailable',
      'rpc.deadline_exceeded',
      'The answer took too long; the request may be carried out yet.',
      {
        retryAfterSeconds: 1,
      },
    ),
  tooLarge: () => new AppError('invalid', 'rpc.request_too_large', 'The request is too large.'),
} as const;
