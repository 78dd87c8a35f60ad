export type ProblemBody = Readonly<{
  title?: string;
  detail?: string;
  code?: string;
  traceId?: string;
  errors?: readonly Readonly<{ pointer: string; detail: string }>[];
}>;

/** A refusal of the platform (RFC 9457), or that it could not be reached at all (status 0). */
export class Problem extends Error {
  readonly status: number;
  readonly body: ProblemBody;

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? `the platform answered ${status}`);
    this.status = status;
    this.body = body;
  }

  /** The refusal with its fields, one per line. */
  text(): string {
    const fields = (this.body.errors ?? []).map(({ pointer, detail }) => `  ${pointer}: ${detail}`);
    const code = this.body.code ? ` (${this.body.code})` : '';
    return [`${this.message}${code}`, ...fields].join('\n');
  }
}

export const isProblem = (error: unknown, code: string): error is Problem =>
  error instanceof Problem && error.body.code === code;
