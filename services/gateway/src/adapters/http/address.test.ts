import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddress, networkOf } from './address.ts';

const from = (remoteAddress: string | undefined, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: { ...(forwarded && { 'x-forwarded-for': forwarded }) },
  }) as unknown as IncomingMessage;

describe('where a request came from', () => {
  it.each([
    ['the connection, when no proxy is ours', from('10.0.0.1', '6.6.6.6'), 0, '10.0.0.1'],
    ['what our proxy saw', from('10.0.0.1', '9.9.9.9'), 1, '9.9.9.9'],
    ['what our proxy saw, whatever else is claimed', from('10.0.0.1', '6.6.6.6, 9.9.9.9'), 1, '9.9.9.9'],
    ['what the outer of two proxies saw', from('10.0.0.1', '6.6.6.6, 9.9.9.9, 10.0.0.2'), 2, '9.9.9.9'],
    ['the connection, when the proxy said nothing', from('10.0.0.1'), 1, '10.0.0.1'],
    ['the connection, when there are fewer entries than proxies', from('10.0.0.1', '9.9.9.9'), 2, '10.0.0.1'],
    ['the connection, when the entry is no address', from('10.0.0.1', '"; drop'), 1, '10.0.0.1'],
    ['plain, when it is an IPv4 address in IPv6 clothes', from('::ffff:10.0.0.1'), 0, '10.0.0.1'],
    ['nowhere, when the connection is gone', from(undefined), 0, ''],
  ])('is %s', (_name, request, proxies, expected) => {
    expect(clientAddress(request, proxies)).toBe(expected);
  });
});

describe('what a limit counts', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['2001:db8:0:1::1', '2001:db8:0:1::/64'],
    ['2001:DB8:0:1:ffff:ffff:ffff:ffff', '2001:db8:0:1::/64'],
    ['2001:0db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::', 'fe80:0:0:0::/64'],
  ])('%s as %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
