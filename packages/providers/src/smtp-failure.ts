import { ProviderError } from './provider-error.ts';

/** The parts of a nodemailer error that we rely on. */
type MailFailure = Readonly<{ code?: string; command?: string; response?: string; responseCode?: number }>;

const ENHANCED_CODE = /\b[245]\.\d{1,3}\.\d{1,3}\b/;

/**
 * What a failed delivery means. Servers quote addresses in their replies, so only the codes are kept
 * (RFC 5321 reply code, RFC 3463 enhanced code). A server that fell silent after the mail was handed over may have
 * taken it.
 */
export function smtpFailure(error: unknown, wasHandedOver = false): ProviderError {
  const { code: failed, command, response, responseCode } = (error ?? {}) as MailFailure;
  if (failed === 'EAUTH') {
    return new ProviderError(`The mail server refused our credentials${codes(responseCode, response)}.`, {
      permanent: false,
      outage: true,
      account: true,
    });
  }
  if (!responseCode) {
    // nodemailer refuses an address that no server could take before it connects.
    const isUnsendable = failed === 'EENVELOPE' || failed === 'EMESSAGE';
    if (isUnsendable) return new ProviderError('The message cannot be sent as mail.', { permanent: true });
    return new ProviderError(`The mail server could not be reached (${failed ?? 'no answer'}).`, {
      permanent: false,
      outage: true,
      unclear: wasHandedOver,
    });
  }
  const isAboutTheMessage = command === 'RCPT TO' || command === 'DATA';
  const told = codes(responseCode, response);
  if (responseCode >= 500 && isAboutTheMessage) {
    // What the server says of the recipient is about the address; what it says of the content may be about this mail.
    const bare = command === 'RCPT TO' ? String(responseCode) : undefined;
    const code = response?.match(ENHANCED_CODE)?.[0] ?? bare;
    return new ProviderError(`The mail server refused the message${told}.`, { permanent: true, code });
  }
  return new ProviderError(`The mail server did not take the message${told}.`, {
    permanent: false,
    outage: responseCode === 421 || !isAboutTheMessage,
  });
}

function codes(responseCode: number | undefined, response: string | undefined): string {
  const enhanced = response?.match(ENHANCED_CODE)?.[0];
  const parts = [responseCode, enhanced].filter(Boolean);
  return parts.length > 0 ? ` (${parts.join(' ')})` : '';
}
