import { fileURLToPath } from 'node:url';
import { AppError } from '@guildhall/kernel';
import express, { type RequestHandler, type Response, Router } from 'express';
import { type Message, rawText } from '../messages/message.ts';
import type { MessageStore } from '../messages/message-store.ts';
import { type Attachment, readAttachment } from '../smtp/parse-mail.ts';
import { allowOnly } from '../http/problem.ts';
import { liveStream } from './live.ts';
import { framePolicy, mailFrame } from './mail-frame.ts';
import { page } from './page.ts';
import { PageQuery, viewOf, type ViewSources } from './view.ts';

const assets = fileURLToPath(new URL('../../public', import.meta.url));

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** The inbox page and the pieces it is made of. */
export function inboxRoutes(sources: ViewSources): Router {
  const { store } = sources;
  const routes = Router();
  routes.use('/assets', express.static(assets, { index: false, maxAge: '1m' }));
  const secured = (res: Response, policy: string) =>
    res.set({
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    });
  routes
    .route('/')
    .get(opened(store), (req, res) => {
      const view = viewOf(sources, PageQuery.parse(req.query));
      secured(res, pagePolicy).type('html').send(page(view).text);
    })
    .all(allowOnly('GET'));
  routes.get('/inbox/stream', (req, res) => liveStream(store, req, res));
  routes.use('/inbox/mails', opened(store));
  routes.get('/inbox/mails/:id', (req, res) => {
    secured(res, framePolicy)
      .type('html')
      .send(mailFrame(mailOf(store, req.params.id)));
  });
  routes.get('/inbox/mails/:id/source', (req, res) => {
    const source = rawText(mailOf(store, req.params.id), 'source');
    secured(res, framePolicy).type('text/plain').send(Buffer.from(source, 'latin1'));
  });
  routes.get('/inbox/mails/:id/attachments/:index', async (req, res) => {
    const mail = mailOf(store, req.params.id);
    const index = Number(req.params.index);
    const attachment = (mail.raw.attachments as readonly Attachment[])[index];
    const bytes = attachment && (await readAttachment(rawText(mail, 'source'), index));
    if (!attachment || !bytes) throw gone('sandbox.attachment_not_found');
    secured(res, framePolicy).attachment(attachment.filename).type(attachment.mimeType).send(Buffer.from(bytes));
  });
  return routes;
}

/** Mails are read before they are shown. */
const opened =
  (store: MessageStore): RequestHandler =>
  async (_req, _res, next) => {
    await store.opened();
    next();
  };

function mailOf(store: MessageStore, id: string): Message {
  const found = store.find(id);
  if (found?.channel !== 'email') throw gone('sandbox.message_not_found');
  return found;
}

const gone = (code: string) => new AppError('not-found', code, 'There is no such mail any more.');
