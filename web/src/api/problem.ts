/** A refusal of the platform (RFC 9457), or that it could not be reached at all (status 0). */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly reference: string | undefined;
  /** By this device's clock. */
  readonly retryAt: Date | undefined;
  readonly fields: ReadonlyMap<string, string>;
  /** How often a wrong code may still be tried. */
  readonly remainingTries: number | undefined;

  constructor(status: number, body: ProblemBody, retryAfterSeconds?: number) {
    super(body.detail ?? body.title ?? '');
    this.status = status;
    this.code = body.code ?? '';
    this.reference = body.traceId;
    this.retryAt = retryAfterSeconds === undefined ? undefined : new Date(Date.now() + retryAfterSeconds * 1_000);
    this.fields = new Map((body.errors ?? []).map(({ pointer, detail }) => [fieldOf(pointer), detail]));
    this.remainingTries = body.remainingTries;
  }
}

export type ProblemBody = Readonly<{
  title?: string;
  detail?: string;
  code?: string;
  traceId?: string;
  errors?: readonly { pointer: string; detail: string }[];
  remainingTries?: number;
}>;

export const isProblem = (error: unknown, code?: string): error is Problem =>
  error instanceof Problem && (code === undefined || error.code === code);

/** `#/slackWebhooks/0/url` is `slackWebhooks.0.url`, the name of its input. */
const fieldOf = (pointer: string): string => pointer.replace(/^#?\//, '').replaceAll('/', '.');
