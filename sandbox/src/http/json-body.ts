import express, { type RequestHandler } from 'express';
import { sendProblem } from './problem.ts';

const parse = express.json({ limit: '64kb', strict: false });

/** Reads a JSON body; anything that does not say it is JSON is 415, and an empty body is an empty object. */
export const jsonBody: RequestHandler = (req, res, next) => {
  if (req.is('application/json') === false) {
    return sendProblem(res, {
      status: 415,
      code: 'sandbox.unsupported_media_type',
      detail: 'Send the body as application/json.',
    });
  }
  parse(req, res, next);
};
