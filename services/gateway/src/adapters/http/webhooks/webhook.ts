import { AppError } from '@guildhall/kernel';
import { isUtf8 } from 'node:buffer';
import { hash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Answer } from '../answer.ts';

/** A request of a vendor, as it came. */
export type Call = Readonly<{
  /** The address that the vendor called, as it knows it. */
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}>;

/** What one vendor sends to one path. */
export type Webhook = Readonly<{
  /** What follows `/api/webhooks/`. */
  path: string;
  /** Throws `forbidden` or `unauthenticated` unless the vendor signed this; answers with the signature. */
  check(call: Call): string;
  /**
   * What is to be done, or the answer where there is nothing to do. Throws `malformed` when it is not what the vendor
   * says that it sends.
   */
  read(call: Call): Answer | (() => Promise<Answer>);
}>;

/** Vendors differ in how they take it: what Slack calls is expected to say 401. */
export const badSignature = (kind: 'forbidden' | 'unauthenticated' = 'forbidden'): AppError =>
  new AppError(kind, 'gateway.bad_signature', 'The signature is not one of this vendor over this request.');

export const malformedWebhook = (lacking: string): AppError =>
  new AppError('malformed', 'gateway.malformed_webhook', `This vendor’s requests have ${lacking}.`);

/** Compares in a time that tells nothing. */
export function isSame(given: string, expected: string): boolean {
  const [one, other] = [hash('sha256', given, 'buffer'), hash('sha256', expected, 'buffer')];
  return timingSafeEqual(one, other);
}

export const single = (value: string | string[] | undefined): string => (Array.isArray(value) ? '' : (value ?? ''));

export const isForm = ({ headers }: Call): boolean =>
  /^application\/x-www-form-urlencoded *(;|$)/i.test(headers['content-type'] ?? '');

/** The fields of a form; one that comes twice is none. */
export function formOf(call: Call): ReadonlyMap<string, string> {
  if (!isForm(call) || !isUtf8(call.body)) throw malformedWebhook('a form as their body');
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(call.body.toString())) {
    if (fields.has(name)) throw malformedWebhook('each field once');
    fields.set(name, value);
  }
  return fields;
}

/** The fields of a form, or of a JSON object. */
export function fieldsOf(call: Call): ReadonlyMap<string, string> {
  if (!/^application\/json *(;|$)/i.test(call.headers['content-type'] ?? '')) return formOf(call);
  const value = objectIn(call.body, 'a JSON object or a form as their body');
  return new Map(Object.entries(value).flatMap(([name, one]) => (isPlain(one) ? [[name, String(one)]] : [])));
}

const isPlain = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

/** The JSON object that the body is. */
export const objectOf = (body: Buffer): object => objectIn(body, 'a JSON object as their body');

function objectIn(body: Buffer, what: string): object {
  try {
    const value: unknown = isUtf8(body) ? JSON.parse(body.toString()) : undefined;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  } catch {
    // Told below, as anything else that is none.
  }
  throw malformedWebhook(what);
}
