import { STATUS_CODES } from 'node:http';
import { AppError, type FieldError, statusOf } from '@guildhall/kernel';
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';

type Problem = Readonly<{ status: number; code: string; detail: string; errors?: readonly FieldError[] }>;

export function sendProblem(res: Response, problem: Problem): void {
  const { status, code, detail, errors } = problem;
  res
    .status(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title: STATUS_CODES[status] ?? 'Error',
        status,
        detail,
        instance: res.req.originalUrl,
        code,
        ...(errors?.length && { errors }),
      }),
    );
}

/** Ends a table of routes for one path: any other method is told which ones there are. */
export const allowOnly =
  (...methods: string[]): RequestHandler =>
  (req, res) => {
    res.set('Allow', methods.join(', '));
    sendProblem(res, {
      status: 405,
      code: 'sandbox.method_not_allowed',
      detail: `${req.method} is not offered here: use ${methods.join(' or ')}.`,
    });
  };

export const notFound: RequestHandler = (_req, res) => {
  sendProblem(res, { status: 404, code: 'sandbox.not_found', detail: 'There is nothing at this address.' });
};

/** The last middleware: whatever was thrown leaves as an RFC 9457 problem. */
export const problems =
  (report: (error: unknown) => void): ErrorRequestHandler =>
  (error, _req, res, next) => {
    const problem = toProblem(error);
    if (problem.status === 500) report(error);
    if (res.headersSent) return next(error);
    sendProblem(res, problem);
  };

function toProblem(error: unknown): Problem {
  if (error instanceof AppError) {
    return { status: statusOf[error.kind], code: error.code, detail: error.message, errors: error.errors };
  }
  // Express and its body parser mark what the client did wrong with a 4xx status.
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  if (status === 413) return { status, code: 'sandbox.too_large', detail: 'The body is larger than is taken here.' };
  if (status === 415) return { status, code: 'sandbox.unsupported_media_type', detail: 'This encoding is not taken.' };
  if (status >= 400 && status < 500) {
    return { status: 400, code: 'sandbox.malformed_request', detail: 'The request could not be read.' };
  }
  return { status: 500, code: 'sandbox.unexpected', detail: 'Something went wrong inside the sandbox.' };
}
