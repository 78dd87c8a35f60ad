import { lookup as resolve } from 'node:dns/promises';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { type LookupFunction, isIP } from 'node:net';
import type { CallOut, OutgoingCall } from './ports.ts';
import { addressFault, type AddressRule, hostOf, isPublicAddress } from './address-rule.ts';

export type Address = Readonly<{ address: string; family: number }>;
export type Resolve = (host: string) => Promise<readonly Address[]>;

type Options = Readonly<{ addresses: AddressRule; timeoutMs?: number; resolve?: Resolve }>;

const usualTimeoutMs = 10_000;

/**
 * Calls addresses that others chose. The name is resolved once, every address it stands for is checked, and the
 * connection goes to the one that was checked: a name that changes meanwhile leads nowhere else. Redirects are not followed.
 */
export function callOut({ addresses, timeoutMs = usualTimeoutMs, resolve: find = everyAddress }: Options): CallOut {
  return async (call) => {
    const startedAt = performance.now();
    const since = (): number => Math.round(performance.now() - startedAt);
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const target = await targetOf(new URL(call.url), addresses, find);
      const status = await post(call, target, signal);
      return { status, durationMs: since(), ...(status >= 300 && { reason: `answered ${status}` }) };
    } catch (error) {
      return { reason: reasonOf(error), durationMs: since() };
    }
  };
}

const everyAddress: Resolve = (host) => resolve(host, { all: true });

class Refused extends Error {}

async function targetOf(url: URL, rule: AddressRule, find: Resolve): Promise<Address> {
  const fault = addressFault(url.href, rule);
  if (fault) throw new Refused(`the address ${fault}`);
  const host = hostOf(url);
  const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await find(host);
  if (!found[0] || !found.every(({ address }) => isPublicAddress(address, rule)))
    throw new Refused('the address does not lead into the internet');
  return found[0];
}

function post(
  { url, body, headers }: OutgoingCall,
  { address, family }: Address,
  signal: AbortSignal,
): Promise<number> {
  const { promise, resolve: done, reject } = Promise.withResolvers<number>();
  const lookup: LookupFunction = (_, { all }, told) =>
    all ? told(null, [{ address, family }]) : told(null, address, family);
  const send = new URL(url).protocol === 'https:' ? secureRequest : plainRequest;
  const length = String(Buffer.byteLength(body));
  const options = { method: 'POST', headers: { ...headers, 'content-length': length }, lookup, signal, agent: false };
  const request = send(url, options, (answer) => {
    // What the answer says is of no interest, and may be endless.
    answer.destroy();
    done(answer.statusCode ?? 0);
  });
  request.on('error', reject);
  request.end(body);
  return promise;
}

function reasonOf(error: unknown): string {
  if (error instanceof Refused) return error.message;
  if (error instanceof Error && /^(TimeoutError|AbortError)$/.test(error.name)) return 'did not answer in time';
  const { code } = error as NodeJS.ErrnoException;
  return code ? `could not be reached (${code})` : 'could not be reached';
}
