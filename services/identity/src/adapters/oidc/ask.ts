import type { z } from 'zod';
import { accountRefusals } from '../../domain/accounts/refusals.ts';

const timeoutMs = 3_000;

type Asked = Readonly<{ form?: Readonly<Record<string, string>>; authorization?: string }>;

/**
 * Asks a service, once: codes are single use. Redirects are not followed, for they would carry our secret elsewhere. Throws
 * `identity.provider_unavailable` when there is no answer, and `identity.provider_refused` when it is no.
 */
export async function ask<S extends z.ZodType>(url: string, answer: S, { form, authorization }: Asked) {
  const response = await fetch(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
    headers: { accept: 'application/json', ...(authorization && { authorization }) },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  }).catch(unavailable);
  if (response.status === 429 || response.status >= 500) unavailable(new Error(`status ${response.status}`));
  const body: unknown = await response.json().catch(unavailable);
  // What it says of its reasons may name a person: the status is all that is kept.
  if (!response.ok) throw accountRefusals.providerRefused(new Error(`status ${response.status}`));
  const read = answer.safeParse(body);
  if (!read.success) throw accountRefusals.providerRefused(new Error('the answer is not what is published'));
  return read.data;
}

function unavailable(cause: unknown): never {
  throw accountRefusals.providerUnavailable(cause);
}
