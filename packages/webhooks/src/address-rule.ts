import ipaddr from 'ipaddr.js';

/** Where calls may lead. `allowLoopback` is for the sandbox, whose receivers are on this machine. */
export type AddressRule = Readonly<{ allowLoopback: boolean }>;

/** True for an address in the public internet: not ours, not this machine, not a cloud's metadata, no tunnel to them. */
export function isPublicAddress(address: string, { allowLoopback }: AddressRule): boolean {
  if (!ipaddr.isValid(address)) return false;
  // An IPv4 address in IPv6 clothes is what it is inside.
  const range = ipaddr.process(address).range();
  return range === 'unicast' || (allowLoopback && range === 'loopback');
}

/** Why no call goes there, or undefined. What a name stands for is checked again with each call. */
export function addressFault(text: string, rule: AddressRule): string | undefined {
  const url = URL.parse(text);
  if (!url) return 'is not an address';
  if (url.username || url.password) return 'carries a name or password';
  if (url.hash) return 'has a part after #, which is never sent';
  const host = hostOf(url);
  const isLoopback = host === 'localhost' || (ipaddr.isValid(host) && ipaddr.process(host).range() === 'loopback');
  if (rule.allowLoopback && isLoopback && /^https?:$/.test(url.protocol)) return undefined;
  if (url.protocol !== 'https:') return 'must begin with https://';
  if (ipaddr.isValid(host) && !isPublicAddress(host, rule)) return 'does not lead into the internet';
  return host.includes('.') || host.includes(':') ? undefined : 'does not lead into the internet';
}

/** The name or the bare address that a URL names. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
