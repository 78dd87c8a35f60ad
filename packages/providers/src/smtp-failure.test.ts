import { describe, expect, it } from 'vitest';
import { smtpFailure } from './smtp-failure.ts';

const rcpt = (responseCode: number, response: string) => ({
  code: 'EENVELOPE',
  command: 'RCPT TO',
  responseCode,
  response,
});

describe('a failed delivery', () => {
  it('is permanent when the server refuses the recipient', () => {
    expect(smtpFailure(rcpt(550, '550 5.1.1 no such user'))).toMatchObject({ permanent: true, outage: false });
  });

  it.each([
    [rcpt(550, '550 5.1.1 no such user'), '5.1.1'],
    [rcpt(550, '550 no such user'), '550'],
    [{ ...rcpt(554, '554 5.7.1 looks like spam'), command: 'DATA' }, '5.7.1'],
    [{ ...rcpt(554, '554 no'), command: 'DATA' }, undefined],
    [rcpt(450, '450 4.2.0 greylisted'), undefined],
  ])('says by a code what it is about, for good only: %j', (failure, code) => {
    expect(smtpFailure(failure).code).toBe(code);
  });

  it('is tried again when the server says "not now" to this recipient, and is no outage', () => {
    expect(smtpFailure(rcpt(450, '450 4.2.0 greylisted'))).toMatchObject({ permanent: false, outage: false });
  });

  it('is an outage when the server closes, refuses us as a sender, or is not there', () => {
    const failures = [
      { code: 'EMESSAGE', command: 'DATA', responseCode: 421, response: '421 4.3.2 closing' },
      { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 553, response: '553 sender refused' },
      { code: 'ECONNECTION', command: 'CONN' },
      { code: 'ETIMEDOUT' },
      new Error('boom'),
    ];
    expect(failures.map((failure) => smtpFailure(failure))).toEqual(
      failures.map(() => expect.objectContaining({ permanent: false, outage: true })),
    );
  });

  it('never throws a message away for wrong credentials', () => {
    const failure = smtpFailure({ code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535, response: '535 5.7.8 no' });

    expect(failure).toMatchObject({ permanent: false, outage: true, reason: expect.stringContaining('535 5.7.8') });
  });

  it('is permanent for what no server could take', () => {
    expect(smtpFailure({ code: 'EENVELOPE', command: 'API' })).toMatchObject({ permanent: true });
  });

  it('keeps the codes and nothing else of what the server said', () => {
    const said = '550 5.1.1 <ada@example.org>: Ada Lovelace is unknown, see 10.2.3.4';

    expect(smtpFailure(rcpt(550, said)).reason).toBe('The mail server refused the message (550 5.1.1).');
  });
});
