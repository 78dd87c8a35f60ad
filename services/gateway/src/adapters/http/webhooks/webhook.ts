import { AppError } from '@guildhall/kernel';
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
  /** Throws `forbidden` unless the vendor signed this; answers with the signature. */
  check(call: Call): string;
  /**
   * What is to be done, or the answer where there is nothing to do. Throws `malformed` when it is not what the vendor
   * says that it sends.
   */
  read(call: Call): Answer | (() => Promise<Answer>);
}>;

export const badSignature = (): AppError =>
  new AppError('forbidden', 'gateway.bad_signature', 'The signature is not one of this vendor over this request.');

export const malformedWebhook = (lacking: string): AppError =>
  new AppError('malformed', 'gateway.malformed_webhook', `This vendor’s requests have ${lacking}.`);

/** Compares in a time that tells nothing. */
export function isSame(given: string, expected: string): boolean {
  const [one, other] = [hash('sha256', given, 'buffer'), hash('sha256', expected, 'buffer')];
  return timingSafeEqual(one, other);
}

export const single = (value: string | string[] | undefined): string => (Array.isArray(value) ? '' : (value ?? ''));

/** The fields of a form; one that comes twice is none. */
export function formOf({ headers, body }: Call): ReadonlyMap<string, string> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '')) {
    throw malformedWebhook('a form as their body');
  }
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(body.toString())) {
    if (fields.has(name)) throw malformedWebhook('each field once');
    fields.set(name, value);
  }
  return fields;
}
