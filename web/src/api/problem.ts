/** A refusal of the platform (RFC 9457), or that it could not be reached at all (status 0). */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly reference: string | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly fields: ReadonlyMap<string, string>;

  constructor(status: number, body: ProblemBody, retryAfterSeconds?: number) {
    super(body.detail ?? body.title ?? '');
    this.status = status;
    this.code = body.code ?? '';
    this.reference = body.traceId;
    this.retryAfterSeconds = retryAfterSeconds;
    this.fields = new Map((body.errors ?? []).map(({ pointer, detail }) => [fieldOf(pointer), detail]));
  }
}

export type ProblemBody = Readonly<{
  title?: string;
  detail?: string;
  code?: string;
  traceId?: string;
  errors?: readonly { pointer: string; detail: string }[];
}>;

export const isProblem = (error: unknown, code?: string): error is Problem =>
  error instanceof Problem && (code === undefined || error.code === code);

/** `#/slackWebhooks/0/url` is `slackWebhooks.0.url`, the name of its input. */
const fieldOf = (pointer: string): string => pointer.replace(/^#?\//, '').replaceAll('/', '.');
