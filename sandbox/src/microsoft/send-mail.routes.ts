import { randomUUID } from 'node:crypto';
import express, { type ErrorRequestHandler, type Request, Router } from 'express';
import { decodeJwt } from 'jose';
import { allowOnly } from '../http/problem.ts';
import type { MessageStore } from '../messages/message-store.ts';
import { OAuthError } from '../oauth/oauth-error.ts';
import type { ServiceDeps } from '../oauth/service-deps.ts';
import { serviceCall } from '../oauth/service-routes.ts';
import { graphWords } from './graph.routes.ts';
import { mailSource } from './mail-source.ts';
import { readSendMail, recipientsOf } from './send-mail.ts';

/** What Graph takes in one request. */
const mostBytes = 4 * 1024 * 1024;

/** `/graph/v1.0/users/{id}/sendMail`: mail in the name of an app that may send it. */
export function sendMailRoutes(deps: ServiceDeps, store: MessageStore): Router {
  const routes = Router();
  const send = serviceCall(deps, 'microsoft', graphWords, async (req, res) => {
    assertMayAsk(deps, req);
    if (req.is('application/json') === false) throw new OAuthError(415, 'UnsupportedMediaType', 'Send it as JSON.');
    const message = readSendMail(req.body);
    const [id, from, to] = [randomUUID(), String(req.params.user), recipientsOf(message)];
    const source = mailSource(message, { from, to, id, at: deps.clock.now() });
    const raw = { method: 'sendMail', from, recipients: to, source };
    await Promise.all(to.map((address) => store.record({ channel: 'email', to: address, text: '', raw })));
    res.status(202).set('request-id', id).end();
  });
  const body = express.json({ limit: mostBytes, strict: false });
  routes.route('/users/:user/sendMail').post(body, unreadable, send).all(allowOnly('POST'));
  return routes;
}

const unreadable: ErrorRequestHandler = (error: Readonly<{ status?: number }>, _req, res, _next) => {
  const tooLarge = new OAuthError(413, 'RequestEntityTooLarge', 'The request is too large.');
  graphWords(res, error.status === 413 ? tooLarge : new OAuthError(400, 'BadRequest', 'Unable to read JSON.'));
};

/** A token of the app itself, with leave to send. */
function assertMayAsk({ clock }: ServiceDeps, req: Request): void {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(req.get('authorization') ?? '')?.[1];
  const { exp = 0, idtyp, roles } = claimsOf(token);
  if (exp * 1_000 <= clock.now().getTime()) throw new OAuthError(401, 'InvalidAuthenticationToken', 'Token is over.');
  const may = idtyp === 'app' && Array.isArray(roles) && roles.includes('Mail.Send');
  if (!may) throw new OAuthError(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
}

function claimsOf(token: string | undefined): ReturnType<typeof decodeJwt> {
  try {
    return decodeJwt(token ?? '');
  } catch {
    throw new OAuthError(401, 'InvalidAuthenticationToken', 'Access token is not valid.');
  }
}
