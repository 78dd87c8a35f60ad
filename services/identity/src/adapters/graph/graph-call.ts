import type { z } from 'zod';
import { recordRefusals as refusals } from '../../domain/credential-refusals.ts';

const timeoutMs = 10_000;

type Asked = Readonly<{ form?: Readonly<Record<string, string>>; authorization?: string }>;

/** Graph no longer knows from where to go on: everybody has to be asked for again. */
export class LinkOutdated extends Error {
  override readonly name = 'LinkOutdated';
}

/** Asks Graph once, following no redirect. Throws `identity.directory_unavailable`, or `LinkOutdated`. */
export async function askGraph<S extends z.ZodType>(url: string, answer: S, { form, authorization }: Asked) {
  const response = await fetch(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
    headers: { accept: 'application/json', ...(authorization && { authorization }) },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  }).catch(unavailable);
  if (response.status === 410) throw new LinkOutdated();
  const body: unknown = await response.json().catch(unavailable);
  // What it says of its reasons may name a person: the status is all that is kept.
  if (!response.ok) return unavailable(new Error(`status ${response.status}`));
  const read = answer.safeParse(body);
  return read.success ? read.data : unavailable(new Error('the answer is not what is published'));
}

function unavailable(cause: unknown): never {
  throw refusals.directoryUnavailable(cause);
}
