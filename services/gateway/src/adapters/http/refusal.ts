/** A refusal that only HTTP knows: a status without a counterpart among the kinds of `AppError`. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal';
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export const methodNotAllowed = (allow: string): HttpRefusal =>
  new HttpRefusal(405, 'gateway.method_not_allowed', `Here one can ${allow}.`, { allow });

export const bodyTooLarge = (limitBytes: number): HttpRefusal =>
  new HttpRefusal(413, 'gateway.body_too_large', `The body may have ${limitBytes} bytes at most.`);

export const unsupportedMediaType = (expected: string): HttpRefusal =>
  new HttpRefusal(415, 'gateway.unsupported_media_type', `The body must be ${expected}.`, { accept: expected });
