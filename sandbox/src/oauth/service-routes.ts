import express, { type Request, type RequestHandler, type Response } from 'express';
import { strike } from '../faults/http-fault.ts';
import { OAuthError } from './oauth-error.ts';
import type { ServiceDeps } from './service-deps.ts';
import { type ServiceName, type ServiceUser } from './service-user.ts';

const form = express.urlencoded({ extended: false, limit: '64kb' });

type Word = (res: Response, error: OAuthError) => void;
type Answer = (req: Request, res: Response) => Promise<void> | void;

export const formOf = (req: Request): Readonly<Record<string, unknown>> =>
  typeof req.body === 'object' && req.body !== null ? (req.body as Record<string, unknown>) : {};

/** A call to a service: struck by its faults first, refused in its own words. */
export const serviceCall = (
  { faults }: ServiceDeps,
  service: ServiceName,
  word: Word,
  answer: Answer,
): RequestHandler[] => [
  form,
  async (req, res) => {
    const fault = faults.take(service, [req.originalUrl]);
    const refuse = (_res: Response, { status }: { status: number }) =>
      word(res, new OAuthError(status, 'server_error', 'Told to refuse.'));
    if (await strike(fault, res, refuse)) return;
    try {
      await answer(req, res);
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      word(res, error);
    }
  },
];

export const plainWords: Word = (res, { status, error, message }) => {
  res.status(status).json({ error, error_description: message });
};

/** Whose access token a request bears. */
export function bearerOf({ grants }: ServiceDeps, req: Request): ServiceUser {
  const token = /^Bearer (.+)$/.exec(req.get('authorization') ?? '')?.[1];
  const user = token === undefined ? undefined : grants.bearerOf(token);
  if (!user) throw new OAuthError(401, 'invalid_token', 'The access token is not valid.');
  return user;
}

/** Where this sandbox is, as the caller calls it. */
export const originOf = (req: Request): string => `${req.protocol}://${req.get('host')}`;

export const seconds = (at: Date): number => Math.floor(at.getTime() / 1_000);
