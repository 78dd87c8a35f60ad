import type { IncomingMessage } from 'node:http';
import { isIP, isIPv6 } from 'node:net';

/**
 * Where a request came from. Each proxy of ours appends the address that it saw to X-Forwarded-For, so the caller is
 * as many entries from the right as there are proxies; what is further left, anybody may have written.
 */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const nearest = plain(request.socket.remoteAddress ?? '');
  if (trustedProxies === 0) return nearest;
  const forwarded = String(request.headers['x-forwarded-for'] ?? '').split(',');
  const claimed = plain((forwarded.at(-trustedProxies) ?? '').trim());
  return isIP(claimed) === 0 ? nearest : claimed;
}

const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** What a limit per address counts: with IPv6 one subscriber has a whole /64. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array.from({ length: zeros }, () => '0'), ...back];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
