import { AppError } from '@guildhall/kernel';
import { trace } from '@opentelemetry/api';
import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';

export type Logger = PinoLogger;

// Whatever goes by one of these names is a secret or says who somebody is.
const privateNames = [
  'authorization',
  'cookie',
  'setCookie',
  'token',
  'registrationToken',
  'password',
  'code',
  'secret',
  'to',
  'from',
  'email',
  'phone',
  'value',
  'firstName',
  'lastName',
  'displayName',
  'handle',
  'ip',
  'userAgent',
  'variables',
  'body',
];

/**
 * JSON lines on standard output with the trace they belong to. Fields named like secrets or personal data are cut,
 * one and two levels deep; errors keep their kind, code and stack and lose what a store or provider quoted.
 */
export const createLog = (options: { service: string; level: string }, destination?: DestinationStream): Logger =>
  pino(
    {
      level: options.level,
      base: { service: options.service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: privateNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[cut]' },
      serializers: { error: describeError, err: describeError },
      mixin: () => {
        const span = trace.getActiveSpan()?.spanContext();
        return span ? { traceId: span.traceId, spanId: span.spanId } : {};
      },
    },
    destination ?? pino.destination({ sync: true }),
  );

type Described = { name: string; message: string; kind?: string; errorCode?: unknown; stack?: string; cause?: unknown };

/** An error for the log: no quoted values of the store, no addresses of a provider's answer. */
export function describeError(error: unknown, depth = 0): Described | string {
  if (!(error instanceof Error)) return typeof error === 'string' ? withoutPersonalData(error) : typeof error;
  const message = withoutPersonalData(error.message);
  const place = error.stack?.slice(error.stack.indexOf('\n    at ')).trimEnd();
  return {
    name: error.name,
    message,
    ...(error instanceof AppError && { kind: error.kind }),
    ...('code' in error && { errorCode: error.code }),
    ...(place && { stack: place }),
    ...(error.cause !== undefined && depth < 4 && { cause: describeError(error.cause, depth + 1) }),
  };
}

const withoutPersonalData = (text: string): string =>
  text
    .replaceAll(/dup key: .*/gs, 'dup key: [cut]')
    .replaceAll(/[^\s<>"'@]+@[^\s<>"'@]+\.[^\s<>"']+/g, '[address]')
    .replaceAll(/\+\d{6,15}\b/g, '[number]')
    .replaceAll(/\bhttps?:\/\/[^\s"']+/g, (address) => URL.parse(address)?.origin ?? '[address]');
