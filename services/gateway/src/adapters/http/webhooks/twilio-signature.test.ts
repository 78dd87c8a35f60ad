import { describe, expect, it } from 'vitest';
import { genuine, twilioForm, twilioJson, twilioSignature } from '../../../testing/vendor-calls.ts';
import { checkTwilio } from './twilio-signature.ts';
import type { Call } from './webhook.ts';

const keys = ['twilio-secret'];
const check = (call: Call): string => checkTwilio(call, keys);
const signedOver = (call: Call, signed: string): Call => ({
  ...call,
  headers: { ...call.headers, 'x-twilio-signature': twilioSignature(signed) },
});

describe('what Twilio signed', () => {
  it('is the example of its documentation', () => {
    const call: Call = {
      url: 'https://mycompany.com/myapp.php?foo=1&bar=2',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-twilio-signature': 'RSOYDt4T1cUTdK1PDd93/VVr8B8=',
      },
      body: Buffer.from(
        'CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212',
      ),
    };
    expect(checkTwilio(call, ['12345'])).toBe('RSOYDt4T1cUTdK1PDd93/VVr8B8=');
  });

  it('goes by the names alone, though a value would sort otherwise', () => {
    expect(check(twilioForm('messages', { To: 'Guildhall', ToCity: 'Ayr' }))).toBeTruthy();
  });

  it.each([
    ['https://a.example/x', 'https://a.example:443/x'],
    ['http://a.example/x?y=1', 'http://a.example:80/x?y=1'],
    ['https://a.example:8443/x', 'https://a.example/x'],
  ])('may be %s as %s', (url, signed) => {
    const call = { ...genuine.text(), url, body: Buffer.from('A=1') };
    expect(check(signedOver(call, `${signed}A1`))).toBeTruthy();
  });

  it.each([
    ['https://a.example/x', 'https://a.example:8443/x'],
    ['https://a.example/x', 'https://a.example:80/x'],
    ['https://a.example/x', 'https://b.example/x'],
  ])('is not %s as %s', (url, signed) => {
    const call = { ...genuine.text(), url, body: Buffer.from('A=1') };
    expect(() => check(signedOver(call, `${signed}A1`))).toThrow('signature');
  });

  it('has the hash of what is no form in the address', () => {
    expect(check(twilioJson('status?message=m1', { MessageStatus: 'delivered' }))).toBeTruthy();
  });

  it.each<[string, (call: Call) => Call]>([
    ['another body', (call) => ({ ...call, body: Buffer.from('{}') })],
    ['a form of the same address', (call) => ({ ...genuine.text(), headers: call.headers, url: call.url })],
    ['two hashes', (call) => signedOver({ ...call, url: `${call.url}&bodySHA256=x` }, `${call.url}&bodySHA256=x`)],
    ['the hash in capitals', (call) => ({ ...call, url: call.url.toUpperCase() })],
  ])('is refused with %s', (_what, change) => {
    expect(() => check(change(twilioJson('status', { MessageStatus: 'sent' })))).toThrow('signature');
  });

  it('is not of two lengths: any signature is compared, and none breaks the comparison', () => {
    for (const length of [0, 1, 27, 28, 29, 10_000]) {
      const headers = { ...genuine.text().headers, 'x-twilio-signature': 'x'.repeat(length) };
      expect(() => check({ ...genuine.text(), headers })).toThrow('signature');
    }
  });
});
