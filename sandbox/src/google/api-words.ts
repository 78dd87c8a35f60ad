import type { Response } from 'express';
import type { z } from 'zod';
import { OAuthError } from '../oauth/oauth-error.ts';

const faultReasons: Readonly<Record<number, string>> = {
  401: 'authError',
  403: 'forbidden',
  404: 'notFound',
  429: 'rateLimitExceeded',
};

/** Refusals as Google's interfaces word them; `error` is the reason. */
export function apiWords(res: Response, { status, error, message }: OAuthError): void {
  const reason = error === 'server_error' ? (faultReasons[status] ?? 'backendError') : error;
  const errors = [{ domain: 'global', reason, message }];
  res.status(status).json({ error: { code: status, message, errors } });
}

/** What a request says, or a refusal that names what is wrong but not what was said. */
export function checked<S extends z.ZodType>(schema: S, said: unknown): z.output<S> {
  const read = schema.safeParse(said);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = issue?.path.join('.') || 'the request';
  throw new OAuthError(400, 'invalid', `Invalid value for: ${where}: ${issue?.message ?? ''}`);
}

/** A page of a list, and the token of the next one. */
export function paged<T>(all: readonly T[], size: number, token: string | undefined) {
  const from = token === undefined ? 0 : Number(Buffer.from(token, 'base64url').toString() || Number.NaN);
  if (!Number.isInteger(from) || from < 0) throw new OAuthError(400, 'invalid', 'Invalid value for: pageToken');
  const next = from + size < all.length ? Buffer.from(String(from + size)).toString('base64url') : undefined;
  return { page: all.slice(from, from + size), ...(next !== undefined && { nextPageToken: next }) };
}
