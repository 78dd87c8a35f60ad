import { describe, expect, it } from 'vitest';
import { readSmsRequest } from './sms-request.ts';

const right = { To: '+447700900123', From: '+15005550006', Body: 'hello' };

describe('the form of a message', () => {
  it('is read', () => {
    expect(readSmsRequest({ ...right, StatusCallback: 'https://a.example/x' })).toEqual({
      to: '+447700900123',
      from: '+15005550006',
      body: 'hello',
      statusCallback: 'https://a.example/x',
    });
  });

  it('may name a messaging service instead of a sender', () => {
    const service = `MG${'a'.repeat(32)}`;
    const { From: _none, ...rest } = right;
    expect(readSmsRequest({ ...rest, MessagingServiceSid: service }).from).toBe(service);
  });

  it('counts characters as people do', () => {
    expect(readSmsRequest({ ...right, Body: '🙂'.repeat(1_600) }).body).toHaveLength(3_200);
    expect(() => readSmsRequest({ ...right, Body: '🙂'.repeat(1_601) })).toThrow('exceeds');
  });

  it.each([
    ['+44 7700 900123', 21211],
    ['447700900123', 21211],
    ['+0123456789', 21211],
    ['+1', 21211],
    ['ada@example.org', 21211],
    ['+15005550002', 21612],
    ['+15005550003', 21408],
  ])('is refused for the recipient %s with %i', (To, code) => {
    expect(() => readSmsRequest({ ...right, To })).toThrow(expect.objectContaining({ code, status: 400 }) as Error);
  });

  it.each(['Guildhall', 'Guildhall 2', 'A-B_C&D+E'])('takes the name %j as a sender', (From) => {
    expect(readSmsRequest({ ...right, From }).from).toBe(From);
  });

  it.each(['12345678901', '!', 'TwelveLetter', 'a@b.example'])('refuses the sender %j', (From) => {
    expect(() => readSmsRequest({ ...right, From })).toThrow("Invalid 'From'");
  });
});
