import { describe, expect, it } from 'vitest';
import { addressFault, isPublicAddress } from './address-rule.ts';

const real = { allowLoopback: false };
const sandbox = { allowLoopback: true };

describe('an address that is called', () => {
  it.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'])('may be %s', (address) => {
    expect(isPublicAddress(address, real)).toBe(true);
  });

  it.each([
    '127.0.0.1',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '192.0.2.1',
    '198.18.0.1',
    '240.0.0.1',
    '::',
    '::1',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '::ffff:10.0.0.1',
    '::ffff:169.254.169.254',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '2001:db8::1',
    'nonsense',
    '',
  ])('is never %s', (address) => {
    expect(isPublicAddress(address, real)).toBe(false);
  });

  it.each(['127.0.0.1', '::1'])('may be %s in the sandbox', (address) => {
    expect(isPublicAddress(address, sandbox)).toBe(true);
  });

  it('is not our own network, even in the sandbox', () => {
    expect(isPublicAddress('10.0.0.1', sandbox)).toBe(false);
  });
});

describe('the address of a webhook', () => {
  it.each(['https://bms.example.org/hook', 'https://bms.example.org:8443/x?y=1', 'https://93.184.216.34/x'])(
    'may be %s',
    (url) => expect(addressFault(url, real)).toBeUndefined(),
  );

  it.each([
    'http://bms.example.org/',
    'ftp://bms.example.org',
    'file:///etc/passwd',
    'bms.example.org',
    '',
    'https://user:secret@bms.example.org/',
    'https://bms.example.org/#part',
    'https://localhost/',
    'https://intranet/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://10.0.0.1/',
    'http://127.0.0.1:8025/',
  ])('may not be %s', (url) => {
    expect(addressFault(url, real)).toEqual(expect.any(String));
  });

  it.each(['http://127.0.0.1:8025/x', 'http://localhost:8025/', 'http://[::1]:1/'])(
    'may be %s in the sandbox',
    (url) => {
      expect(addressFault(url, sandbox)).toBeUndefined();
    },
  );
});
