import { TwilioError } from './twilio-error.ts';

export type Account = Readonly<{ sid: string; authToken: string }>;

/**
 * Who calls, from basic auth: the account and its token, or an API key (`SK…`) and its secret.
 * Any secret will do; it signs the status callbacks.
 */
export function authenticate(authorization: string | undefined, accountSid: string): Account {
  const encoded = /^Basic (?<encoded>\S+)$/i.exec(authorization ?? '')?.groups?.encoded ?? '';
  const [user = '', ...rest] = Buffer.from(encoded, 'base64').toString().split(':');
  const authToken = rest.join(':');
  const isAccount = /^AC[0-9a-f]{32}$/i.test(accountSid);
  const isAllowed = user === accountSid || /^SK[0-9a-f]{32}$/i.test(user);
  if (!isAccount || !isAllowed || authToken === '') throw new TwilioError(401, 20003, 'Authenticate');
  return { sid: accountSid, authToken };
}
