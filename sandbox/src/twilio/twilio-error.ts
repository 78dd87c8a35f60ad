/** A refusal in Twilio's own words and numbers. */
export class TwilioError extends Error {
  override readonly name = 'TwilioError';
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const problemOf = ({ status, code, message }: TwilioError) => ({
  code,
  message,
  more_info: `https://www.twilio.com/docs/errors/${code}`,
  status,
});

/** What Twilio says for a plain HTTP status: 429 is 20429, 503 is 20503. */
export const fromStatus = (status: number): TwilioError =>
  new TwilioError(status, 20_000 + status, status === 429 ? 'Too Many Requests' : 'Service unavailable');
