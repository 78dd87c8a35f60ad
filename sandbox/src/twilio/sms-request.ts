import { complaints, loadContract } from '../http/contract.ts';
import { TwilioError } from './twilio-error.ts';

const resource = '/2010-04-01/Accounts/{AccountSid}/Messages.json';
const form = 'application/x-www-form-urlencoded';
const check = loadContract('twilio', 'form').check([
  'paths',
  resource,
  'post',
  'requestBody',
  'content',
  form,
  'schema',
]);

export type SmsRequest = Readonly<{ to: string; from: string; body: string; statusCallback?: string }>;

const e164 = /^\+[1-9]\d{6,14}$/;
const senderName = /^(?=.*[A-Za-z])[A-Za-z0-9 +\-_&]{1,11}$/;
const longestBody = 1_600;

/** Twilio's magic numbers, and what each of them is refused with. */
const unreachable: Readonly<Record<string, readonly [code: number, message: string]>> = {
  '+15005550001': [21211, "Invalid 'To' Phone Number"],
  '+15005550002': [21612, 'The message cannot be routed to this number'],
  '+15005550003': [21408, 'Permission to send an SMS has not been enabled for the region'],
  '+15005550004': [21610, 'Attempt to send to unsubscribed recipient'],
  '+15005550009': [21614, "'To' number is not a valid mobile number"],
};

/** Reads the form of a new message, refusing what Twilio refuses, with Twilio's numbers. */
export function readSmsRequest(fields: Readonly<Record<string, string>>): SmsRequest {
  const { To = '', From = '', Body = '', StatusCallback, MessagingServiceSid = '' } = fields;
  demand(To !== '', 21604, "A 'To' phone number is required.");
  demand(From !== '' || MessagingServiceSid !== '', 21603, "A 'From' phone number is required.");
  demand(Body !== '' || 'MediaUrl' in fields || 'ContentSid' in fields, 21602, 'Message body is required.');
  demand(e164.test(To), 21211, "Invalid 'To' Phone Number");
  demand(From === '' || e164.test(From) || senderName.test(From), 21212, "Invalid 'From' Phone Number");
  demand(
    [...Body].length <= longestBody,
    21617,
    `The concatenated message body exceeds the ${longestBody} character limit`,
  );
  demand(
    StatusCallback === undefined || isHttpUrl(StatusCallback),
    21609,
    "The 'StatusCallback' URL is not a valid URL",
  );
  const [code, message] = unreachable[To] ?? [];
  if (code !== undefined) throw new TwilioError(400, code, message ?? '');
  if (!check({ ...fields })) throw new TwilioError(400, 20001, `Unknown parameters: ${complaints(check).join('; ')}`);
  return {
    to: To,
    from: From || MessagingServiceSid,
    body: Body,
    ...(StatusCallback && { statusCallback: StatusCallback }),
  };
}

function demand(isMet: boolean, code: number, message: string): void {
  if (!isMet) throw new TwilioError(400, code, message);
}

const isHttpUrl = (text: string): boolean => /^https?:$/.test(URL.parse(text)?.protocol ?? '');
