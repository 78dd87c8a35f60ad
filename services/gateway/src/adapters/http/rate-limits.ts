import { hash } from 'node:crypto';
import { type RateLimit, RateLimit_Per } from '@guildhall/contracts/guildhall/v1/options';
import { AppError } from '@guildhall/kernel';
import type { Limiter } from '../../app/limits/limiter.ts';
import type { Standing } from '../../app/limits/window.ts';
import { networkOf } from './address.ts';
import type { Exchange } from './exchange.ts';
import type { Route } from './transcoding/route.ts';

/** Counts a request against the limits of its contract, and tells the caller how they stand. */
export async function applyLimits(route: Route, exchange: Exchange, limiter: Limiter): Promise<void> {
  for (const limit of route.limits) {
    const name = limit.per === RateLimit_Per.PERSON ? 'person' : 'address';
    const standing = await limiter(keyOf(route, name, exchange), limit);
    tell(exchange, name, limit, standing);
    if (!standing.isAllowed) throw refusal(standing);
  }
}

/** The person, or before anybody signed in the network; hashed, for it is nobody's business in a database. */
function keyOf({ method }: Route, name: string, { principal, address }: Exchange): string {
  const who = name === 'person' && principal.personId ? principal.personId : networkOf(address);
  return hash('sha256', `${method.parent.typeName}/${method.name} ${name} ${who}`, 'base64url');
}

/** draft-ietf-httpapi-ratelimit-headers. */
function tell(exchange: Exchange, name: string, { count, windowSeconds }: RateLimit, standing: Standing): void {
  append(exchange, 'ratelimit-policy', `"${name}";q=${count};w=${windowSeconds}`);
  append(exchange, 'ratelimit', `"${name}";r=${standing.remaining};t=${standing.resetSeconds}`);
}

function append({ headers }: Exchange, name: string, value: string): void {
  headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
}

const refusal = ({ resetSeconds }: Standing): AppError =>
  new AppError('rate-limited', 'gateway.rate_limited', `Too many requests. Try again in ${resetSeconds} s.`, {
    retryAfterSeconds: resetSeconds,
  });
