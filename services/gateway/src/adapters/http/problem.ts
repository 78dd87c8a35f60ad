import { STATUS_CODES } from 'node:http';
import { AppError, type FieldError, isStale, isTransient, statusOf } from '@guildhall/kernel';
import { type Answer, noStore } from './answer.ts';
import { HttpRefusal } from './refusal.ts';

/** What a problem says about where it happened. */
export type Scene = Readonly<{
  publicUrl: string;
  path: string;
  traceId: string;
  /** The request named the version that it is about in `If-Match`. */
  isConditional?: boolean;
}>;

type Reason = Readonly<{
  status: number;
  code: string;
  detail: string;
  headers: Readonly<Record<string, string>>;
  errors: readonly FieldError[];
  details: AppError['details'];
}>;

/** Every failure leaves as RFC 9457 `application/problem+json`. */
export function problemAnswer(error: unknown, { publicUrl, path, traceId, isConditional }: Scene): Answer {
  const { code, detail, headers, errors, details, ...reason } = reasonOf(error);
  const status = isConditional && isStale(error) ? 412 : reason.status;
  const problem = {
    ...details,
    type: `${publicUrl}/problems/${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail,
    instance: redacted(path),
    code,
    traceId,
    ...(errors.length > 0 && { errors }),
  };
  return {
    status,
    headers: { ...noStore, 'content-type': 'application/problem+json', ...headers },
    body: JSON.stringify(problem),
  };
}

/** Whether an identical attempt would be refused again: only such a refusal is kept under an idempotency key. */
export const isFinal = ({ kind }: AppError): boolean => !isTransient(kind);

function reasonOf(error: unknown): Reason {
  if (error instanceof AppError) return fromAppError(error);
  if (error instanceof HttpRefusal) {
    const { status, code, message, headers } = error;
    return { status, code, detail: message, headers, errors: [], details: {} };
  }
  // Whatever it was, it is for the log and not for the caller.
  const detail = 'Something went wrong here. It has been noted.';
  return { status: 500, code: 'gateway.internal_error', detail, headers: {}, errors: [], details: {} };
}

function fromAppError(error: AppError): Reason {
  const { kind, message, errors, details } = error;
  const { code = error.code, status = statusOf[kind] } = onTheWay[error.code] ?? {};
  const retryAfter = error.retryAfterSeconds ?? (kind === 'unavailable' ? 1 : undefined);
  return {
    status,
    code,
    detail: message,
    headers: {
      ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
      ...(status === 401 && { 'www-authenticate': 'Bearer' }),
    },
    errors: errors.map(({ pointer, detail }) => ({
      pointer: pointer.startsWith('/') ? `#${pointer}` : pointer,
      detail,
    })),
    details,
  };
}

/** How requests travel behind us is not the caller's concern: what becomes of them on the way has names of our own. */
const onTheWay: Readonly<Record<string, Readonly<{ code: string; status?: number }>>> = {
  'rpc.no_responder': { code: 'gateway.no_responder' },
  'rpc.disconnected': { code: 'gateway.disconnected' },
  'rpc.overloaded': { code: 'gateway.overloaded' },
  'rpc.outcome_unknown': { code: 'gateway.outcome_unknown' },
  'rpc.deadline_exceeded': { code: 'gateway.deadline_exceeded', status: 504 },
  'rpc.request_too_large': { code: 'gateway.request_too_large', status: 413 },
};

/** A personal address is a secret: it opens a session. */
const redacted = (path: string): string => path.replace(/^\/t\/.*/s, '/t/…').slice(0, 300);
